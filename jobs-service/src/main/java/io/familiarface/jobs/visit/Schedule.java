package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a visit takes place.
 *
 * @param slotOn the day of the agreement's rule it stands for; null for a visit beside the rule
 * @param at the instant
 * @param on the company's day of that instant
 */
public record Schedule(LocalDate slotOn, Instant at, LocalDate on) {
  public Schedule {
    if (!on.isBefore(CompanyCalendar.LAST)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/scheduledAt",
          "No visit can be on the last day that four digits can say: whoever comes may arrive later.");
    }
    at = Instants.toMicros(at);
  }
}
