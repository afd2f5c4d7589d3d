package io.familiarface.jobs.planning;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps the horizon rolling. Any number of copies may do so at once: each takes agreements that no
 * other holds, and planning one moves it out of everybody's sight.
 */
@ApplicationScoped
class RollingPlan {
  private static final int BATCH = 50;

  private final Agreements agreements;
  private final Planner planner;
  private final PlanningSettings settings;
  private final CompanyCalendar calendar;

  RollingPlan(
      Agreements agreements, Planner planner, PlanningSettings settings, CompanyCalendar calendar) {
    this.agreements = agreements;
    this.planner = planner;
    this.settings = settings;
    this.calendar = calendar;
  }

  @Scheduled(
      every = "${familiar.planning.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void extend() {
    while (extendSome() == BATCH) {
      // the next ones
    }
  }

  /** Plans at most a batch, in a transaction of its own; says how many. */
  int extendSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Agreement> due =
                  agreements.plannedBefore(
                      calendar.today().plusDays(settings.renewBelowDays()), BATCH);
              due.forEach(planner::extend);
              return due.size();
            });
  }
}
