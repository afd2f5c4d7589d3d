package io.familiarface.feedback.recovery;

import io.familiarface.risk.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * By when the next step is due. What the company does is counted in its working time, by how severe
 * the complaint is; the customer is asked how they are after days of the calendar.
 *
 * @param times for each step up to the delivery
 * @param checkIns after the delivery, the first first; once all are over, the case is to be closed
 * @param closing after the last of the check-ins
 */
public record CaseClock(
    BusinessHours hours,
    Map<CaseStep, Map<Severity, Duration>> times,
    List<Duration> checkIns,
    Duration closing) {

  public CaseClock {
    times = Map.copyOf(times);
    checkIns = List.copyOf(checkIns);
    if (checkIns.isEmpty()) {
      throw new IllegalArgumentException("Somebody must ask the customer at least once");
    }
  }

  /** When a step is due that became the next one at an instant. */
  public Instant due(CaseStep step, Severity severity, Instant from) {
    Map<Severity, Duration> bySeverity = times.get(step);
    if (bySeverity == null) {
      throw new IllegalArgumentException("There is no clock for " + step);
    }
    return hours.after(from, bySeverity.get(severity));
  }

  /** Whether a step has working time of its own. */
  boolean runs(CaseStep step) {
    return step != null && times.containsKey(step);
  }

  /** Whether the day has come on which something is due. */
  boolean isDue(Instant dueAt, Instant now) {
    LocalDate day = dueAt.atZone(hours.zone()).toLocalDate();
    return !now.atZone(hours.zone()).toLocalDate().isBefore(day);
  }

  /**
   * What comes after the delivery and so many check-ins, and when; not on the day of the last one,
   * however late that was.
   */
  public NextStep afterDelivery(Instant deliveredAt, int checkInsDone, Instant lastAt) {
    return checkInsDone < checkIns.size()
        ? new NextStep(
            CaseStep.CHECK_IN, after(lastAt, later(deliveredAt, checkIns.get(checkInsDone))))
        : new NextStep(
            CaseStep.CLOSURE,
            after(lastAt, later(deliveredAt, checkIns.get(checkIns.size() - 1).plus(closing))));
  }

  private Instant after(Instant last, Instant due) {
    Instant dayAfter = later(last, Duration.ofDays(1));
    return opening(due.isBefore(dayAfter) ? dayAfter : due);
  }

  /** Days are those of the calendar, whatever the clocks did meanwhile. */
  private Instant later(Instant from, Duration time) {
    long days = time.toDays();
    return from.atZone(hours.zone()).plusDays(days).plus(time.minusDays(days)).toInstant();
  }

  private Instant opening(Instant instant) {
    return hours.after(instant, Duration.ZERO);
  }
}
