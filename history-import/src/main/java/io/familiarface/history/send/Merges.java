package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How each kind of line is merged with what is there. */
final class Merges {
  private static final List<String> CUSTOMER =
      List.of(
          "kind", "name", "preferredName", "email", "phone", "address", "branch", "burnedBefore");
  private static final List<String> VISIT =
      List.of(
          "technicianExternalId",
          "plannedTechnicianExternalId",
          "changeReason",
          "permanence",
          "customerTold",
          "customerToldAt",
          "introduced",
          "introducedAt",
          "onTime",
          "missedReason");

  private Merges() {}

  /** A file knows no more of a technician than the name. */
  static Optional<ObjectNode> technician(ObjectNode own, JsonNode there) {
    return Optional.empty();
  }

  static Optional<ObjectNode> customer(ObjectNode own, JsonNode there) {
    ObjectNode line = own.deepCopy();
    line.set("kind", there.get("kind"));
    for (String field : CUSTOMER) {
      if (!line.has(field) && there.has(field)) {
        line.set(field, there.get(field));
      }
    }
    if (there.has("address") && isSameAddress(line.get("address"), there.get("address"))) {
      line.set("address", there.get("address"));
    }
    if (isBefore(there, line, "createdAt")) {
      line.set("createdAt", there.get("createdAt"));
    }
    boolean same =
        CUSTOMER.stream().allMatch(field -> Objects.equals(line.get(field), there.get(field)))
            && !isBefore(line, there, "createdAt");
    return same ? Optional.empty() : Optional.of(line);
  }

  private static boolean isSameAddress(JsonNode own, JsonNode there) {
    return own.path("line1").asText().equalsIgnoreCase(there.path("line1").asText())
        && own.path("city").asText().equalsIgnoreCase(there.path("city").asText());
  }

  /** A file that begins later than the agreement knows less of it than is there. */
  static Optional<ObjectNode> agreement(ObjectNode own, JsonNode there) {
    if (own.path("startsOn").asText().compareTo(there.path("startsOn").asText()) > 0) {
      return Optional.empty();
    }
    ObjectNode line = own.deepCopy();
    boolean guessed = there.path("recurrenceGuessed").asBoolean();
    // Only a guess that had ended because no visit was known any more gives way to a new guess.
    if (!guessed || !there.path("recurrence").asText().contains("UNTIL=")) {
      line.set("recurrence", there.get("recurrence"));
      line.put("recurrenceGuessed", guessed);
    }
    keep(line, there, "price");
    return Optional.of(line);
  }

  /**
   * @param technicians external ids by the services' own ids
   */
  static Merge visit(Map<String, String> technicians) {
    return (own, there) -> {
      ObjectNode known = (ObjectNode) there.deepCopy();
      String planned = technicians.get(there.path("plannedTechnicianId").asText());
      if (planned != null) {
        known.put("plannedTechnicianExternalId", planned);
      }
      String outcome = own.path("outcome").asText();
      String state = there.path("state").asText();
      if (outcome.equals("PLANNED") && !state.equals("PLANNED")) {
        return Optional.empty();
      }
      ObjectNode line = own.deepCopy();
      keepPair(line, known, "customerTold", "customerToldAt");
      keepPair(line, known, "introduced", "introducedAt");
      for (String field : List.of("changeReason", "permanence", "onTime")) {
        keep(line, known, field);
      }
      if (line.has("changeReason") || line.has("permanence") || line.has("customerTold")) {
        keep(line, known, "plannedTechnicianExternalId");
      }
      if (outcome.equals("MISSED")) {
        keep(line, known, "missedReason");
      }
      boolean same =
          outcome.equals(state)
              && Instant.parse(line.path("scheduledAt").asText())
                  .equals(Instant.parse(there.path("scheduledAt").asText()))
              && line.path("agreementExternalId").equals(there.path("agreementExternalId"))
              && VISIT.stream().allMatch(f -> Objects.equals(line.get(f), known.get(f)));
      return same ? Optional.empty() : Optional.of(line);
    };
  }

  private static void keepPair(ObjectNode line, JsonNode known, String stated, String at) {
    if (!line.has(stated) && !line.has(at)) {
      keep(line, known, stated);
      keep(line, known, at);
    }
  }

  private static void keep(ObjectNode line, JsonNode known, String field) {
    if (!line.has(field) && known.has(field)) {
      line.set(field, known.get(field));
    }
  }

  private static boolean isBefore(JsonNode a, JsonNode b, String field) {
    if (!a.has(field)) {
      return false;
    }
    return !b.has(field)
        || Instant.parse(a.get(field).asText()).isBefore(Instant.parse(b.get(field).asText()));
  }
}
