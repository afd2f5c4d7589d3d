package io.familiarface.jobs.plan.problem;

import io.familiarface.jobs.visit.BusyTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Visits that can't take place as planned, each with the ways to serve it.
 *
 * @param length as long as a technician can be at no other visit
 */
public record PlanProblem(List<Task> tasks, Duration length) {

  public PlanProblem {
    tasks = List.copyOf(tasks);
  }

  /**
   * A visit to be served.
   *
   * @param options at least one; in the order in which a dispatcher reads the names
   */
  public record Task(UUID visitId, List<Option> options) {
    public Task {
      options = List.copyOf(options);
    }
  }

  /** Whether one technician would be at two visits at once. */
  public boolean collide(Option one, Option other) {
    return one.timed()
        && other.timed()
        && one.technicianId() != null
        && one.technicianId().equals(other.technicianId())
        && BusyTime.of(one.at(), length).covers(other.at());
  }
}
