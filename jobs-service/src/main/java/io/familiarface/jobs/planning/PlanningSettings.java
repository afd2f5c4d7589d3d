package io.familiarface.jobs.planning;

import io.smallrye.config.ConfigMapping;
import java.time.LocalTime;

/** How far ahead visits are planned. */
@ConfigMapping(prefix = "familiar.planning")
interface PlanningSettings {
  /** Visits are planned so many days ahead. */
  int horizonDays();

  /** An agreement is planned on when its visits reach less far than this; it saves daily writes. */
  int renewBelowDays();

  /** How often we look for such agreements, such as 10m. */
  String every();

  /** The time of day of visits of an agreement that names none. */
  LocalTime defaultVisitTime();
}
