package io.familiarface.jobs.plan;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How plans are made. */
@ConfigMapping(prefix = "familiar.plans")
interface PlanSettings {
  /** A plan is searched for so long at most. */
  Duration budget();

  /** The search ends earlier when so many steps in a row found nothing better. */
  int patience();

  /** How often it is looked whether a plan waits whose maker was stopped; {@code off} for never. */
  String every();

  /** A visit is moved by so many days at most, and never by more than half of its interval. */
  int moveAtMostDays();

  /** A plan is about so many visits at most, the soonest. */
  int visitsAtMost();
}
