package io.familiarface.jobs.plan.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.Proposal;
import java.time.Instant;
import java.util.List;

/** A visit for which the solver chooses an option. */
@PlanningEntity
public class PlannedVisit {
  @PlanningId private int number;
  private List<Option> options;

  @PlanningVariable private Option option;

  /** For the solver, which copies what it plans. */
  public PlannedVisit() {}

  PlannedVisit(int number, List<Option> options) {
    this.number = number;
    this.options = options;
  }

  @ValueRangeProvider
  public List<Option> getOptions() {
    return options;
  }

  public Option getOption() {
    return option;
  }

  public void setOption(Option option) {
    this.option = option;
  }

  /** Whose time it takes; of a visit that takes nobody's, nobody whom another one has. */
  Object technician() {
    return option.technicianId() == null || !option.timed() ? number : option.technicianId();
  }

  Instant at() {
    return option.at();
  }

  boolean isLeft() {
    return option.proposal() == Proposal.LEAVE;
  }
}
