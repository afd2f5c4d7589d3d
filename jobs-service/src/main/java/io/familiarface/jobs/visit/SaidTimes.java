package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether anybody has said at what time of its day a visit is. One that a rule made, at the time
 * that is taken where nobody says one, may be at any time of its day, and takes nobody's.
 */
@ApplicationScoped
public class SaidTimes {
  private final CompanyCalendar calendar;
  private final LocalTime usualTime;

  public SaidTimes(
      CompanyCalendar calendar,
      @ConfigProperty(name = "familiar.planning.default-visit-time") LocalTime usualTime) {
    this.calendar = calendar;
    this.usualTime = usualTime;
  }

  /**
   * Whether the time of a visit is one that somebody said.
   *
   * @param generated whether a rule made the visit
   */
  public boolean isSaid(boolean generated, Instant at) {
    return !generated || !at.equals(unsaidOn(at));
  }

  /** The time of day of a visit; null when nobody has said one. */
  public LocalTime of(Visit visit) {
    return isSaid(visit.generated, visit.scheduledAt) ? calendar.timeOf(visit.scheduledAt) : null;
  }

  /** What a visit has for a time on the day of an instant when nobody has said one. */
  Instant unsaidOn(Instant at) {
    return calendar.at(calendar.dayOf(at), usualTime);
  }
}
