package io.familiarface.jobs.plan.solver;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import io.familiarface.jobs.plan.problem.PlanProblem;
import java.util.function.ToLongFunction;

/** The score of {@link io.familiarface.jobs.plan.problem.PlanScore}, as the solver counts it. */
public class PlanConstraints implements ConstraintProvider {
  private static final int LEFT = 0;
  private static final int PROMISES = 1;
  private static final int COST = 2;
  private static final int DISLIKE = 3;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      collisions(factory),
      soft(factory, "visits left", LEFT, visit -> visit.isLeft() ? 1 : 0),
      soft(
          factory, "promises broken", PROMISES, visit -> visit.getOption().promisesBroken().size()),
      soft(
          factory,
          "expected loss",
          COST,
          visit -> visit.getOption().expectedLoss() + visit.getOption().inconvenience()),
      reward(factory)
    };
  }

  private static Constraint collisions(ConstraintFactory factory) {
    return factory
        .forEachUniquePair(PlannedVisit.class, Joiners.equal(PlannedVisit::technician))
        .join(PlanProblem.class)
        .filter((one, other, problem) -> problem.collide(one.getOption(), other.getOption()))
        .penalizeLong(
            BendableLongScore.ofHard(1, VisitsToPlan.SOFT_LEVELS, 0, 1), (a, b, problem) -> 1)
        .asConstraint("two visits at once");
  }

  private static Constraint soft(
      ConstraintFactory factory, String name, int level, ToLongFunction<PlannedVisit> counted) {
    return factory
        .forEach(PlannedVisit.class)
        .filter(visit -> counted.applyAsLong(visit) != 0)
        .penalizeLong(weight(level), counted)
        .asConstraint(name);
  }

  private static Constraint reward(ConstraintFactory factory) {
    return factory
        .forEach(PlannedVisit.class)
        .filter(visit -> visit.getOption().preference() != 0)
        // Less than nothing is what is nice to avoid.
        .impactLong(weight(DISLIKE), visit -> visit.getOption().preference())
        .asConstraint("what is nicest");
  }

  private static BendableLongScore weight(int level) {
    return BendableLongScore.ofSoft(1, VisitsToPlan.SOFT_LEVELS, level, 1);
  }
}
