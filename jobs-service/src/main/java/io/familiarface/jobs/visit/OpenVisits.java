package io.familiarface.jobs.visit;

import io.familiarface.jobs.JobsProblem;

/** Only a visit that is still planned can be changed; the others have become facts. */
public final class OpenVisits {
  private OpenVisits() {}

  public static void mustBePlanned(Visit visit) {
    switch (visit.state()) {
      case PLANNED -> {}
      case COMPLETED ->
          throw JobsProblem.ALREADY_COMPLETED.because(
              "This visit was completed at %s.".formatted(visit.completedAt()));
      case MISSED ->
          throw JobsProblem.ALREADY_MISSED.because(
              "This visit was missed at %s. Plan a new one.".formatted(visit.missedAt()));
      case WITHDRAWN ->
          throw JobsProblem.VISIT_WITHDRAWN.because(
              "This visit was withdrawn with its agreement or its plan.");
    }
  }
}
