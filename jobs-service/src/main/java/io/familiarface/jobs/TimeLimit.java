package io.familiarface.jobs;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when something is asked for: an instant, or a day with its end. */
@Schema(type = SchemaType.STRING, description = "An instant, or a day: then until its end.")
public record TimeLimit(Instant instant, LocalDate day) {
  private static final int USUAL_DAYS = 30;

  private static final int MOST_DAYS = 366;

  /** Called by JAX-RS for query parameters. */
  public static TimeLimit fromString(String text) {
    try {
      return text.contains("T")
          ? new TimeLimit(Rfc3339.instant(text), null)
          : new TimeLimit(null, Rfc3339.date(text));
    } catch (DateTimeException e) {
      throw CommonProblem.INVALID_REQUEST.because(
          "A limit in time is an instant, such as 2027-01-31T15:00:00Z, or a day: 2027-01-31.");
    }
  }

  public Instant end(CompanyCalendar calendar) {
    return instant != null ? instant : calendar.startOf(day.plusDays(1));
  }

  /**
   * The end of a list of what lies ahead: in 30 days unless said otherwise.
   *
   * @param until null if not said
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 beyond a year
   */
  public static Instant ahead(TimeLimit until, CompanyCalendar calendar) {
    Instant now = calendar.now();
    Instant end = until == null ? now.plus(USUAL_DAYS, ChronoUnit.DAYS) : until.end(calendar);
    if (end.isAfter(now.plus(MOST_DAYS, ChronoUnit.DAYS))) {
      throw CommonProblem.INVALID_REQUEST.because(
          "Ask for a year ahead at most: until %s."
              .formatted(calendar.today().plusDays(MOST_DAYS - 1)));
    }
    return end;
  }
}
