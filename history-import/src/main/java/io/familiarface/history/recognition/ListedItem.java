package io.familiarface.history.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.LineJson;
import io.familiarface.history.line.VisitLine;
import java.time.Instant;

/** What a service lists: as a line would say it, and what it has beyond that. */
public sealed interface ListedItem {
  record Technician(String id, String externalId, String name) {
    public static Technician of(JsonNode item) {
      return LineJson.read(item, Technician.class);
    }
  }

  record Customer(String id, CustomerLine line) implements ListedItem {
    public static Customer of(JsonNode item) {
      return new Customer(item.get("id").asText(), LineJson.read(item, CustomerLine.class));
    }
  }

  record Agreement(String id, String customerId, Instant cancelledAt, AgreementLine line)
      implements ListedItem {
    public static Agreement of(JsonNode item) {
      return new Agreement(
          item.get("id").asText(),
          item.get("customerId").asText(),
          instant(item, "cancelledAt"),
          LineJson.read(item, AgreementLine.class));
    }
  }

  record Visit(
      String agreementId,
      String customerId,
      String technicianName,
      String plannedTechnicianId,
      Instant completedAt,
      VisitLine line)
      implements ListedItem {
    public static Visit of(JsonNode item) {
      return new Visit(
          item.path("agreementId").asText(),
          item.path("customerId").asText(),
          item.path("technicianName").asText(""),
          item.path("plannedTechnicianId").asText(null),
          instant(item, "completedAt"),
          LineJson.read(item, VisitLine.class));
    }

    /** The same, with the key of whom the agreement would have sent. */
    Visit plannedBy(String technicianKey) {
      if (technicianKey == null) {
        return this;
      }
      VisitLine planned = line.plannedBy(technicianKey);
      return new Visit(
          agreementId, customerId, technicianName, plannedTechnicianId, completedAt, planned);
    }
  }

  private static Instant instant(JsonNode item, String field) {
    return item.hasNonNull(field) ? Instant.parse(item.get(field).asText()) : null;
  }
}
