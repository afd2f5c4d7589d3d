package io.familiarface.jobs.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What calendars show. */
@ConfigMapping(prefix = "familiar.calendar")
interface CalendarSettings {
  /** How long a visit is shown to last. */
  @WithDefault("PT1H")
  Duration visitLength();

  @WithDefault("28")
  int daysBack();

  @WithDefault("120")
  int daysAhead();
}
