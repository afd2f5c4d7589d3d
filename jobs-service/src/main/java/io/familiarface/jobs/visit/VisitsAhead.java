package io.familiarface.jobs.visit;

import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import java.time.Duration;

/** {@link Visit#isAhead} for queries: to a visit somebody may still come, and nobody has. */
public final class VisitsAhead {
  /** As long as a window can be. */
  private static final Duration LONGEST_WINDOW = Duration.ofHours(12);

  private VisitsAhead() {}

  /**
   * SQL: a condition, by an index of the time as well; the list has to be {@link #bind bound}.
   *
   * @param visit what the visits are called there
   */
  public static String among(String visit) {
    return """
        (%1$s.scheduled_at > :aheadSince and case when %1$s.time_said
          then %1$s.scheduled_at + coalesce(%1$s.window_minutes, 0) * interval '1 minute' > :now
          else %1$s.scheduled_on >= :today end and %1$s.arrived_at is null)\
        """
        .formatted(visit);
  }

  /** With {@code :now}, {@code :today}, and before what time no visit lies ahead. */
  public static ListQuery bind(ListQuery list, CompanyCalendar calendar) {
    return list.bind("now", calendar.now())
        .bind("today", calendar.today())
        .bind("aheadSince", calendar.startOf(calendar.today()).minus(LONGEST_WINDOW));
  }
}
