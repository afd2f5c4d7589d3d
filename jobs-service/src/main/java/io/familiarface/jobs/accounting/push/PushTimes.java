package io.familiarface.jobs.accounting.push;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an endpoint is pushed to.
 *
 * @param cron five fields as cron has them, in the zone's local time; null: at once
 */
record PushTimes(String cron, String zone) {

  /** As a request says it, checked. */
  static PushTimes requireValid(String cron, String zone) {
    PushTimes times = new PushTimes(cron, zone);
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw INVALID_REQUEST.at("/zone", "zone is a time zone such as America/New_York.");
    }
    if (cron != null) {
      try {
        times.parsed();
      } catch (RuntimeException e) {
        throw INVALID_REQUEST.at(
            "/cron",
            "cron has five fields (minute, hour, day, month, day of the week), such as 0 6 * * *.");
      }
    }
    return times;
  }

  /** The next time after an instant; that instant itself without a plan. */
  Instant nextAfter(Instant now) {
    if (cron == null) {
      return now;
    }
    ZonedDateTime from = now.atZone(ZoneId.of(zone));
    return ExecutionTime.forCron(parsed())
        .nextExecution(from)
        .map(ZonedDateTime::toInstant)
        .orElseThrow(
            () -> INVALID_REQUEST.at("/cron", "There is no such day: it would never be pushed."));
  }

  private Cron parsed() {
    return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
        .parse(cron)
        .validate();
  }
}
