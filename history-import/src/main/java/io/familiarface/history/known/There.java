package io.familiarface.history.known;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.value.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the services hold. */
final class There {
  private There() {}

  static final class Customer {
    /** Null where nobody has given one: no line can name this customer. */
    final String key;

    final Set<String> marks;

    /** Whether the key is not the company's own. */
    final boolean made;

    final List<Agreement> agreements = new ArrayList<>();
    Own.Customer match;

    Customer(JsonNode json) {
      key = json.path("externalId").asText(null);
      marks = Marks.of(json);
      made = key == null || Names.isKey("c-", key);
    }

    List<Visit> visits() {
      return agreements.stream().flatMap(agreement -> agreement.visits.stream()).toList();
    }
  }

  static final class Agreement {
    /** Null where nobody has given it one: its visits are known, but no line can name it. */
    final String key;

    final String program;
    final LocalDate startsOn;
    final LocalDate cancelledOn;
    final List<Visit> visits = new ArrayList<>();
    Own.Agreement match;

    Agreement(JsonNode json, ZoneId zone) {
      key = json.path("externalId").asText(null);
      program = json.path("program").asText();
      startsOn = LocalDate.parse(json.get("startsOn").asText());
      cancelledOn =
          json.hasNonNull("cancelledAt") ? day(json.get("cancelledAt").asText(), zone) : null;
    }

    /** Whether a visit of that day may still be one of this agreement. */
    boolean isAlive(LocalDate day) {
      return cancelledOn == null
          || !day.isAfter(cancelledOn.plusDays(AgreementTerms.DAYS_OF_NOTICE));
    }
  }

  static final class Visit {
    final String key;
    final Agreement agreement;
    final String technician;
    final String technicianName;
    final String state;
    final String scheduledAt;
    final boolean made;
    final boolean lived;
    private final LocalDate scheduledOn;
    private final LocalDate completedOn;
    Own.Visit match;

    Visit(JsonNode json, Agreement agreement, ZoneId zone) {
      this.agreement = agreement;
      key = json.path("externalId").asText(null);
      technician = json.path("technicianExternalId").asText("");
      technicianName = Names.folded(json.path("technicianName").asText(""));
      state = json.path("state").asText();
      scheduledAt = json.get("scheduledAt").asText();
      scheduledOn = day(scheduledAt, zone);
      String completedAt = json.path("completedAt").asText(scheduledAt);
      completedOn = day(completedAt, zone);
      made = key == null || key.matches(".*\\.\\d{8}([-.]\\d+)?");
      lived = !Instant.parse(completedAt).equals(Instant.parse(scheduledAt));
    }

    boolean isPast() {
      return !state.equals("PLANNED");
    }

    boolean isOn(LocalDate day) {
      return day.equals(scheduledOn) || day.equals(completedOn);
    }

    LocalDate scheduledOn() {
      return scheduledOn;
    }

    LocalDate completedOn() {
      return completedOn;
    }
  }

  private static LocalDate day(String instant, ZoneId zone) {
    return LocalDate.ofInstant(Instant.parse(instant), zone);
  }
}
