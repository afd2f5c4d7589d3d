package io.familiarface.customers.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A promise as far as deciding on it goes. The first thing that decides a promise stays: a broken
 * promise is not unbroken by a later hand-over, which only ends the counting of breaches.
 *
 * @param technicianId who is to come, for SAME_TECHNICIAN; null means whoever is usual
 * @param validUntil null for a promise without end
 * @param verdict what a person said, or null
 */
public record Promised(UUID technicianId, Instant madeAt, Instant validUntil, Verdict verdict) {

  /**
   * Decides by all that has happened. The same facts give the same decision in whatever order they
   * became known.
   *
   * @param changes every technician change of the customer in order of time, those before the
   *     promise too: they tell which agreements the promised technician has to do with. Empty for a
   *     promise that visits do not decide.
   * @param now a promise whose end has passed unbroken is KEPT
   */
  public Decision decide(List<TechnicianChange> changes, Instant now) {
    var served = new HashMap<UUID, Set<UUID>>();
    var breaches = new ArrayList<Breach>();
    TechnicianChange release = null;
    for (TechnicianChange change : changes) {
      boolean concernsIt = concerns(change, served);
      if (!change.at().isAfter(madeAt) || !concernsIt) {
        continue;
      }
      if (isOver(change.at())) {
        break;
      }
      if (change.effect().releases()) {
        release = change;
        break;
      }
      if (change.effect().breaks()) {
        breaches.add(new Breach(change.at(), change.visitId()));
      }
    }
    return decision(breaches, release, now);
  }

  /**
   * A customer may have a technician for the mice and another for the lawn: a change at the one
   * breaks no promise of the other.
   */
  private boolean concerns(TechnicianChange change, Map<UUID, Set<UUID>> served) {
    var known = served.computeIfAbsent(change.agreementId(), any -> new HashSet<>());
    known.add(change.from());
    boolean concerns =
        technicianId == null || (known.contains(technicianId) && !technicianId.equals(change.to()));
    known.add(change.to());
    return concerns;
  }

  private boolean isOver(Instant at) {
    return (validUntil != null && at.isAfter(validUntil))
        || (verdict != null && at.isAfter(verdict.at()));
  }

  private Decision decision(List<Breach> breaches, TechnicianChange release, Instant now) {
    if (!breaches.isEmpty()) {
      var first = breaches.get(0);
      return new Decision(PromiseState.BROKEN, first.at(), first.visitId(), List.copyOf(breaches));
    }
    if (release != null) {
      return new Decision(PromiseState.RELEASED, release.at(), release.visitId(), List.of());
    }
    if (verdict != null) {
      return verdict.asDecision();
    }
    if (validUntil != null && !now.isBefore(validUntil)) {
      return new Decision(PromiseState.KEPT, validUntil, null, List.of());
    }
    return Decision.STANDING;
  }
}
