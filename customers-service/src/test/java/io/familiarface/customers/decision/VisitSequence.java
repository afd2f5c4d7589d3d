package io.familiarface.customers.decision;

import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.Permanence;
import io.familiarface.technicianchange.UsualTechnician;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A monthly program, told visit by visit. */
final class VisitSequence {

  static final Instant JAN_6 = Instant.parse("2025-01-06T14:00:00Z");
  static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final UUID agreement = UUID.randomUUID();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private UsualTechnician<UUID> usual;

  private VisitSequence(UUID technician) {
    usual = UsualTechnician.startingWith(technician);
  }

  record Visit(UUID id, Instant at) {}

  static UUID technician(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static VisitSequence from(UUID technician) {
    return new VisitSequence(technician);
  }

  VisitSequence month(UUID technician) {
    return visit(technician, Permanence.UNKNOWN);
  }

  VisitSequence forGood(UUID technician) {
    return visit(technician, Permanence.FOR_GOOD);
  }

  VisitSequence once(UUID technician) {
    return visit(technician, Permanence.THIS_VISIT);
  }

  VisitSequence handedOver(UUID technician) {
    return visit(technician, Permanence.FOR_GOOD, false, true, true);
  }

  VisitSequence visit(UUID technician, Permanence permanence) {
    return visit(technician, permanence, false, false, false);
  }

  VisitSequence visit(
      UUID technician, Permanence permanence, boolean asked, boolean told, boolean introduced) {
    var visit = new Visit(UUID.randomUUID(), JAN_6.plus(MONTH.multipliedBy(visits.size() + 1L)));
    visits.add(visit);
    var step =
        usual.after(
            new CompletedVisit<>(technician, null, asked, asked, permanence, told, introduced));
    usual = step.usual();
    if (step.outcome().isSubstitution()) {
      substitutions.add(substitution(visit, step, technician));
    }
    return this;
  }

  private Substitution substitution(Visit visit, UsualTechnician.Step<UUID> step, UUID technician) {
    return new Substitution(
        visit.id(),
        agreement,
        visit.at(),
        step.expected(),
        technician,
        null,
        null,
        null,
        null,
        Effect.of(step.outcome()));
  }

  /** The n-th visit, counted from one. */
  Visit visit(int n) {
    return visits.get(n - 1);
  }

  List<Substitution> substitutions() {
    return List.copyOf(substitutions);
  }
}
