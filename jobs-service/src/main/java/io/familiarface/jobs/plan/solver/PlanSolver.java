package io.familiarface.jobs.plan.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.familiarface.jobs.plan.problem.BranchAndBound;
import io.familiarface.jobs.plan.problem.Components;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.PlanProblem;
import io.familiarface.jobs.plan.problem.PlanScore;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Chooses an option for each visit, so that the whole is as good as can be found in the time.
 * Visits that can't get in each other's way are planned each by itself, and mostly so few can that
 * the best choice is found and proven; where too many can, the solver searches on from a good one.
 */
public final class PlanSolver {
  /** So many choices that a second is enough for them. */
  private static final int TRIED_AT_MOST = 10_000;

  private final Duration budget;
  private final int patience;

  /**
   * Takes its time.
   *
   * @param budget the longest that it searches, for all the groups together
   * @param patience it ends earlier once so many steps in a row found nothing better
   */
  public PlanSolver(Duration budget, int patience) {
    this.budget = budget;
    this.patience = patience;
  }

  /**
   * One option for each task, in their order.
   *
   * @param spent is told now and then how many milliseconds it has been searching
   */
  public List<Option> solve(PlanProblem problem, LongConsumer spent) {
    long until = System.nanoTime() + budget.toNanos();
    Option[] chosen = new Option[problem.tasks().size()];
    for (List<Integer> group : Components.of(problem)) {
      PlanProblem part =
          new PlanProblem(group.stream().map(problem.tasks()::get).toList(), problem.length());
      List<Option> options = solveGroup(part, until, spent);
      for (int i = 0; i < group.size(); i++) {
        chosen[group.get(i)] = options.get(i);
      }
    }
    return List.of(chosen);
  }

  private List<Option> solveGroup(PlanProblem group, long until, LongConsumer spent) {
    BranchAndBound.Result exact = BranchAndBound.search(group, TRIED_AT_MOST);
    Duration left = Duration.ofMillis((until - System.nanoTime()) / 1_000_000);
    if (exact.proven() || left.isNegative() || left.isZero()) {
      return exact.options();
    }
    List<Option> searched = search(group, exact.options(), left, spent);
    return PlanScore.of(group, searched).compareTo(PlanScore.of(group, exact.options())) < 0
        ? searched
        : exact.options();
  }

  /** From what is known on to something better, as long as there is time. */
  private List<Option> search(
      PlanProblem group, List<Option> known, Duration left, LongConsumer spent) {
    Solver<VisitsToPlan> solver = SolverFactory.<VisitsToPlan>create(config(left)).buildSolver();
    solver.addEventListener(event -> spent.accept(event.getTimeMillisSpent()));
    return solver.solve(new VisitsToPlan(group, known)).visits().stream()
        .map(PlannedVisit::getOption)
        .toList();
  }

  private SolverConfig config(Duration left) {
    return new SolverConfig(PlanSolver.class.getClassLoader())
        .withSolutionClass(VisitsToPlan.class)
        .withEntityClasses(PlannedVisit.class)
        .withConstraintProviderClass(PlanConstraints.class)
        .withPhases(
            // It walks on through what is worse for a while: from one good choice to a better one
            // the way often leads over two visits at once.
            new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.TABU_SEARCH)
                .withTerminationConfig(
                    new TerminationConfig().withUnimprovedStepCountLimit(patience)))
        .withTerminationConfig(new TerminationConfig().withSpentLimit(left));
  }
}
