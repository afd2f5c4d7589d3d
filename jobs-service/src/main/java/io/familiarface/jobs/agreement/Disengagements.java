package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** Tells whoever reckons who may leave that a customer draws back, in the running transaction. */
@ApplicationScoped
public class Disengagements {
  /** So much longer an interval is fewer visits, and not another way to say the same rule. */
  private static final BigDecimal LONGER = new BigDecimal("1.15");

  private final JobsFeeds feeds;
  private final CompanyCalendar calendar;

  Disengagements(JobsFeeds feeds, CompanyCalendar calendar) {
    this.feeds = feeds;
    this.calendar = calendar;
  }

  void paused(Agreement agreement) {
    tell(agreement.id, null, agreement.customerId, CustomerDisengaged.How.PAUSED);
  }

  /**
   * Nothing unless there are fewer visits than before.
   *
   * @param daysBefore between two visits
   */
  void interval(Agreement agreement, BigDecimal daysBefore) {
    if (agreement.visitIntervalDays.compareTo(daysBefore.multiply(LONGER)) > 0) {
      tell(agreement.id, null, agreement.customerId, CustomerDisengaged.How.LESS_OFTEN);
    }
  }

  /** The customer asked that a visit be moved. */
  public void rescheduled(UUID agreementId, UUID visitId, UUID customerId) {
    tell(agreementId, visitId, customerId, CustomerDisengaged.How.RESCHEDULED);
  }

  private void tell(UUID agreement, UUID visit, UUID customer, CustomerDisengaged.How how) {
    var at = Instants.toMicros(calendar.now());
    feeds.job(
        "agreement.disengaged",
        customer,
        at,
        new CustomerDisengaged(Ids.next(), agreement, visit, customer, at, how, 1));
  }
}
