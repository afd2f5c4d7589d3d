package io.familiarface.jobs.plan.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.PlanProblem;
import java.util.ArrayList;
import java.util.List;

/** What the solver works on: the visits, and how good its choice is. */
@PlanningSolution
public class VisitsToPlan {
  static final int SOFT_LEVELS = 4;

  @PlanningEntityCollectionProperty private List<PlannedVisit> visits;
  @ProblemFactProperty private PlanProblem problem;

  @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = SOFT_LEVELS)
  private BendableLongScore score;

  /** For the solver, which copies what it plans. */
  public VisitsToPlan() {}

  /** Begins with a choice that is known. */
  VisitsToPlan(PlanProblem problem, List<Option> known) {
    this.problem = problem;
    this.visits = new ArrayList<>();
    for (PlanProblem.Task task : problem.tasks()) {
      PlannedVisit visit = new PlannedVisit(visits.size(), task.options());
      visit.setOption(known.get(visits.size()));
      visits.add(visit);
    }
  }

  List<PlannedVisit> visits() {
    return visits;
  }
}
