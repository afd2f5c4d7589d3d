package io.familiarface.customers.keeping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A monthly programme, told visit by visit. */
final class Walked {

  static final Instant JAN_6 = Instant.parse("2025-01-06T14:00:00Z");
  static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final UUID agreement = UUID.randomUUID();
  private final List<CompletedVisit> visits = new ArrayList<>();
  private final List<TechnicianChange> changes = new ArrayList<>();
  private UsualTechnician usual;

  private Walked(UUID technician) {
    usual = new UsualTechnician(technician);
  }

  static UUID technician(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Walked from(UUID technician) {
    return new Walked(technician);
  }

  Walked month(UUID technician) {
    return visit(technician, null);
  }

  Walked forGood(UUID technician) {
    return visit(technician, Permanence.FOR_GOOD);
  }

  Walked once(UUID technician) {
    return visit(technician, Permanence.THIS_VISIT);
  }

  Walked handedOver(UUID technician) {
    return visit(technician, Permanence.FOR_GOOD, false, true, true);
  }

  Walked visit(UUID technician, Permanence permanence) {
    return visit(technician, permanence, false, false, false);
  }

  Walked visit(
      UUID technician, Permanence permanence, boolean asked, boolean told, boolean introduced) {
    var visit =
        new CompletedVisit(
            UUID.randomUUID(),
            agreement,
            JAN_6.plus(MONTH.multipliedBy(visits.size() + 1L)),
            technician,
            permanence,
            asked,
            told,
            introduced);
    visits.add(visit);
    var step = usual.after(visit);
    usual = step.usual();
    step.change().ifPresent(changes::add);
    return this;
  }

  /** The n-th visit, counted from one. */
  CompletedVisit visit(int n) {
    return visits.get(n - 1);
  }

  List<TechnicianChange> changes() {
    return List.copyOf(changes);
  }
}
