package io.familiarface.jobs.plan.problem;

import java.util.Comparator;
import java.util.List;

/**
 * How good a choice of options is: no collision first of all, then fewest visits left, fewest
 * promises broken, least loss, and only then what is nicest. Lower is better throughout.
 *
 * @param cost expected loss and inconvenience, in cents a year
 * @param dislike the preferences, negated
 */
public record PlanScore(int collisions, int left, int promisesBroken, long cost, long dislike)
    implements Comparable<PlanScore> {
  private static final Comparator<PlanScore> BEST_FIRST =
      Comparator.comparingInt(PlanScore::collisions)
          .thenComparingInt(PlanScore::left)
          .thenComparingInt(PlanScore::promisesBroken)
          .thenComparingLong(PlanScore::cost)
          .thenComparingLong(PlanScore::dislike);

  /** Of no visit at all. */
  static final PlanScore NOTHING = new PlanScore(0, 0, 0, 0, 0);

  /** Of one option for each task, in their order. */
  public static PlanScore of(PlanProblem problem, List<Option> chosen) {
    int collisions = 0;
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        collisions += problem.collide(chosen.get(i), chosen.get(j)) ? 1 : 0;
      }
    }
    PlanScore sum = new PlanScore(collisions, 0, 0, 0, 0);
    for (Option option : chosen) {
      sum = sum.plus(of(option));
    }
    return sum;
  }

  /** Of an option by itself. */
  public static PlanScore of(Option option) {
    return new PlanScore(
        0,
        option.proposal() == Proposal.LEAVE ? 1 : 0,
        option.promisesBroken().size(),
        option.expectedLoss() + option.inconvenience(),
        -option.preference());
  }

  PlanScore plus(PlanScore other) {
    return new PlanScore(
        collisions + other.collisions,
        left + other.left,
        promisesBroken + other.promisesBroken,
        cost + other.cost,
        dislike + other.dislike);
  }

  @Override
  public int compareTo(PlanScore other) {
    return BEST_FIRST.compare(this, other);
  }
}
