package io.familiarface.customers.decision;

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
public record PromiseTerms(UUID technicianId, Instant madeAt, Instant validUntil, Verdict verdict) {

  /**
   * Decides by all that has happened. The same facts give the same decision in whatever order they
   * became known.
   *
   * @param substitutions every visit to the customer by somebody other than the usual technician,
   *     in order of time, those before the promise too: they tell which agreements the promised
   *     technician has to do with. Empty for a promise that visits do not decide.
   * @param now a promise whose end has passed unbroken is KEPT
   */
  public Decision decide(List<Substitution> substitutions, Instant now) {
    var served = new HashMap<UUID, Set<UUID>>();
    var breaches = new ArrayList<Breach>();
    Substitution release = null;
    for (Substitution substitution : substitutions) {
      boolean concernsIt = concerns(substitution, served);
      if (!substitution.at().isAfter(madeAt) || !concernsIt) {
        continue;
      }
      if (isOver(substitution.at())) {
        break;
      }
      if (substitution.effect().releases()) {
        release = substitution;
        break;
      }
      if (substitution.effect().breaks()) {
        breaches.add(new Breach(substitution.at(), substitution.visitId()));
      }
    }
    return decision(breaches, release, now);
  }

  /**
   * Decides a promise of when we come, in whatever order the facts became known.
   *
   * @param lateVisits every visit to the customer that came late, in order of time
   * @param now a promise whose end has passed unbroken is KEPT
   */
  public Decision decideByLateness(List<Breach> lateVisits, Instant now) {
    List<Breach> breaches =
        lateVisits.stream()
            .filter(late -> late.at().isAfter(madeAt) && !isOver(late.at()))
            .toList();
    return decision(breaches, null, now);
  }

  /**
   * A customer may have a technician for the mice and another for the lawn: a change at the one
   * breaks no promise of the other.
   */
  private boolean concerns(Substitution substitution, Map<UUID, Set<UUID>> served) {
    var known = served.computeIfAbsent(substitution.agreementId(), any -> new HashSet<>());
    known.add(substitution.from());
    boolean concerns =
        technicianId == null
            || (known.contains(technicianId) && !technicianId.equals(substitution.to()));
    known.add(substitution.to());
    return concerns;
  }

  private boolean isOver(Instant at) {
    return (validUntil != null && at.isAfter(validUntil))
        || (verdict != null && at.isAfter(verdict.at()));
  }

  private Decision decision(List<Breach> breaches, Substitution release, Instant now) {
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
