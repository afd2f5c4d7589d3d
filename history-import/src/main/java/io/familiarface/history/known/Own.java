package io.familiarface.history.known;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a file says, and what of it is recognised. */
final class Own {
  private Own() {}

  static final class Customer {
    final long origin;
    final ObjectNode line;
    final String key;
    final String spareKey;
    final boolean given;
    final Set<String> marks = new LinkedHashSet<>();
    final List<Agreement> agreements = new ArrayList<>();

    /** Who of those held it is, or null for somebody new. */
    There.Customer match;

    /** Why nobody can tell who it is, or null. */
    String undecided;

    Customer(long origin, ObjectNode line) {
      this.origin = origin;
      this.line = line;
      this.key = line.get("externalId").asText();
      var about = line.get(About.FIELD);
      this.spareKey = about.path("spareKey").asText(null);
      this.given = about.path("given").asBoolean();
      about.path("marks").forEach(mark -> marks.add(mark.asText()));
    }

    String name() {
      return line.get("name").asText();
    }

    List<Visit> visits() {
      return agreements.stream().flatMap(agreement -> agreement.visits.stream()).toList();
    }
  }

  static final class Agreement {
    final long origin;
    final ObjectNode line;
    final String key;
    final List<Visit> visits = new ArrayList<>();
    Cancellation cancellation;
    There.Agreement match;

    Agreement(long origin, ObjectNode line) {
      this.origin = origin;
      this.line = line;
      this.key = line.get("externalId").asText();
    }

    boolean isNamed() {
      return line.get(About.FIELD).path("named").asBoolean();
    }

    String program() {
      return line.get("program").asText();
    }

    LocalDate startsOn() {
      return LocalDate.parse(line.get("startsOn").asText());
    }

    /** The visits that nobody holds yet, by day. */
    List<Visit> news() {
      return visits.stream().filter(visit -> visit.match == null).toList();
    }

    boolean hasNews() {
      return !news().isEmpty();
    }
  }

  static final class Visit {
    final long origin;
    final ObjectNode line;
    final Agreement agreement;
    final String key;
    final LocalDate day;
    There.Visit match;

    Visit(long origin, ObjectNode line, Agreement agreement) {
      this.origin = origin;
      this.line = line;
      this.agreement = agreement;
      this.key = line.get("externalId").asText();
      this.day = LocalDate.parse(line.get(About.FIELD).get("day").asText());
    }

    boolean is(String what) {
      return line.get(About.FIELD).path(what).asBoolean();
    }

    String outcome() {
      return line.get("outcome").asText();
    }

    String technician() {
      return line.path("technicianExternalId").asText("");
    }
  }

  record Cancellation(long origin, ObjectNode line) {
    LocalDate on(ZoneId zone) {
      return LocalDate.ofInstant(Instant.parse(line.get("cancelledAt").asText()), zone);
    }
  }
}
