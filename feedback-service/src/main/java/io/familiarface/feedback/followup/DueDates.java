package io.familiarface.feedback.followup;

import io.familiarface.rest.problem.CommonProblem;
import java.time.LocalDate;

/** The due dates that make sense. */
final class DueDates {
  private DueDates() {}

  /** Refuses a day that is over, and one so far away that it must be a slip of the pen. */
  static void check(LocalDate dueOn, LocalDate today) {
    if (dueOn.isBefore(today)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/dueOn", "This day is over. Give today (" + today + ") or a later day.");
    }
    if (dueOn.isAfter(today.plusYears(1))) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/dueOn", "This is more than a year away. Give a day within a year.");
    }
  }
}
