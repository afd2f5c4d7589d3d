package io.familiarface.jobs.planning;

import io.smallrye.config.ConfigMapping;

/** How far ahead visits exist. */
@ConfigMapping(prefix = "familiar.jobs.planning")
interface PlanningHorizon {
  /** Visits are planned so many days ahead. */
  int horizonDays();

  /** An agreement is planned on when its visits reach less far than this; it saves daily writes. */
  int renewBelowDays();

  /** How often we look for such agreements, such as 10m. */
  String every();

  /** The time of day of visits of an agreement that names none. */
  java.time.LocalTime defaultVisitTime();
}
