package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long before a visit the customer has to know of a change. Told later, they were told, but the
 * change counts as unannounced. Of what is written down afterwards, only what it says counts: when
 * the change was made, nobody knows.
 */
@ApplicationScoped
public class NoticePeriod {
  private final Duration period;
  private final CompanyCalendar calendar;

  public NoticePeriod(
      @ConfigProperty(name = "familiar.notices.period") Duration period, CompanyCalendar calendar) {
    this.period = period;
    this.calendar = calendar;
  }

  public Duration length() {
    return period;
  }

  /** Until when the customer of a visit has to be told. */
  public Instant dueBefore(Instant visitAt) {
    return visitAt.minus(period);
  }

  /**
   * Whether a customer who is told now of a visit to come, or was at some time, is told too late.
   */
  public boolean isLate(Notice notice, Instant visitAt) {
    Instant now = calendar.now();
    Instant told = notice.customerToldAt() == null ? now : notice.customerToldAt();
    return visitAt.isAfter(now)
        && Boolean.TRUE.equals(notice.toldBefore(visitAt))
        && told.isAfter(dueBefore(visitAt));
  }

  /** What counts of what the customer knows of a visit to come: told too late is not told. */
  public Notice counted(Notice notice, Instant visitAt) {
    return isLate(notice, visitAt) ? notice.untold() : notice;
  }
}
