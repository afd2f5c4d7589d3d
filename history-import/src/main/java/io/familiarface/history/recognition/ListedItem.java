package io.familiarface.history.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
      Instant completedAt,
      VisitLine line)
      implements ListedItem {
    /**
     * @param plannedBy the key of whom the agreement would have sent, of whom a list has the id
     *     alone, or null
     */
    static Visit of(JsonNode item, String plannedBy) {
      ObjectNode line = item.deepCopy();
      if (plannedBy != null) {
        line.put("plannedTechnicianExternalId", plannedBy);
      }
      return new Visit(
          item.path("agreementId").asText(),
          item.path("customerId").asText(),
          item.path("technicianName").asText(""),
          instant(item, "completedAt"),
          LineJson.read(line, VisitLine.class));
    }
  }

  private static Instant instant(JsonNode item, String field) {
    return item.hasNonNull(field) ? Instant.parse(item.get(field).asText()) : null;
  }
}
