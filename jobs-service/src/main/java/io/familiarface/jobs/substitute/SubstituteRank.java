package io.familiarface.jobs.substitute;

import io.familiarface.jobs.assignment.Impact;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with what sending them would do to the customer: fewest promises broken first, then
 * the least risk, then whoever speaks most for.
 *
 * @param probabilityAfter null when nobody could say
 */
record SubstituteRank(
    SubstituteCandidate candidate,
    List<Impact.BrokenPromise> promisesBroken,
    BigDecimal probabilityAfter) {

  static final Comparator<SubstituteRank> BEST_FIRST =
      Comparator.<SubstituteRank>comparingInt(rank -> rank.promisesBroken.size())
          .thenComparing(
              SubstituteRank::probabilityAfter, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparingInt(SubstituteRank::score).reversed())
          .thenComparing(rank -> rank.candidate.name());

  private int score() {
    return candidate.score();
  }

  SubstituteView view() {
    List<String> reasons = new java.util.ArrayList<>(candidate.reasons());
    promisesBroken.forEach(
        promise -> reasons.add("Would break a promise: \"%s\"".formatted(promise.text())));
    return new SubstituteView(
        candidate.technicianId(),
        candidate.externalId(),
        candidate.name(),
        candidate.score(),
        candidate.visitsHere(),
        probabilityAfter,
        promisesBroken,
        reasons);
  }
}
