package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import java.time.LocalDate;

/**
 * Since when and until when somebody works here.
 *
 * @param hiredOn the first day, null if nobody knows
 * @param leftOn the last day, null if there is none
 */
public record Employment(String name, LocalDate hiredOn, LocalDate leftOn) {

  boolean hasEndedBy(LocalDate day) {
    return leftOn != null && leftOn.isBefore(day);
  }

  public boolean covers(LocalDate day) {
    return !hasEndedBy(day) && (hiredOn == null || !hiredOn.isAfter(day));
  }

  /** Refuses a day on which nobody by this name worked here. */
  public void requireOn(LocalDate day, String pointer) {
    requireNotEndedBy(day, pointer);
    if (!covers(day)) {
      throw JobsProblem.TECHNICIAN_NOT_YET_HIRED.at(
          pointer,
          "%s starts on %s. Choose somebody who is there on %s.".formatted(name, hiredOn, day));
    }
  }

  void requireNotEndedBy(LocalDate day, String pointer) {
    if (hasEndedBy(day)) {
      throw JobsProblem.TECHNICIAN_HAS_LEFT.at(
          pointer,
          "%s left on %s. Choose somebody who is there on %s.".formatted(name, leftOn, day));
    }
  }
}
