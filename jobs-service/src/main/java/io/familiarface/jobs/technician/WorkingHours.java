package io.familiarface.jobs.technician;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the week in which a technician works, in the company's time zone. Several on one day
 * leave a break between them.
 *
 * @param to the end, which is no longer part of it
 */
@Schema(name = "WorkingHours")
public record WorkingHours(
    @Schema(examples = "MONDAY") @NotNull DayOfWeek day,
    @Schema(implementation = String.class, examples = "08:00") @NotNull LocalTime from,
    @Schema(implementation = String.class, examples = "17:00") @NotNull LocalTime to) {

  /** Whether a visit may begin then. */
  public boolean cover(DayOfWeek weekday, LocalTime time) {
    return day == weekday && !time.isBefore(from) && time.isBefore(to);
  }

  private boolean overlap(WorkingHours other) {
    return day == other.day && from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Refuses hours that end before they begin, or twice the same hour. */
  static void requireSensible(List<WorkingHours> week) {
    for (int i = 0; i < week.size(); i++) {
      WorkingHours hours = week.get(i);
      String pointer = "/workingHours/" + i;
      if (!hours.from.isBefore(hours.to)) {
        throw CommonProblem.INVALID_REQUEST.at(
            pointer + "/to", "Hours end after they begin, at %s.".formatted(hours.from));
      }
      if (week.subList(0, i).stream().anyMatch(hours::overlap)) {
        throw CommonProblem.INVALID_REQUEST.at(
            pointer, "These overlap other hours of %s.".formatted(hours.day));
      }
    }
  }
}
