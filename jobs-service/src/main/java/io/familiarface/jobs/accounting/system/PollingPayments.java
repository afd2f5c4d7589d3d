package io.familiarface.jobs.accounting.system;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.ReportedPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the accounting system what was paid, and records what is new: each payment once. */
final class PollingPayments {
  private static final Logger LOG = Logger.getLogger(PollingPayments.class);

  /** What changed while we asked is asked for again. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final Duration FIRST = Duration.ofDays(30);

  private final AccountingSystem system;
  private final BookingQueue bookings;
  private final SystemState state;
  private final ReportedPayments payments;
  private final CompanyCalendar calendar;

  PollingPayments(
      AccountingSystem system,
      BookingQueue bookings,
      SystemState state,
      ReportedPayments payments,
      CompanyCalendar calendar) {
    this.system = system;
    this.bookings = bookings;
    this.state = state;
    this.payments = payments;
    this.calendar = calendar;
  }

  /** Nothing while the system is not to be reached: it is asked for the same again. */
  void poll() {
    Instant now = calendar.now();
    Instant until = state.paymentsUntil();
    try {
      system.payments(until == null ? now.minus(FIRST) : until.minus(OVERLAP)).forEach(this::take);
      state.paymentsUntil(now);
    } catch (SystemUnavailable | RequestRefused e) {
      LOG.warnf("Payments could not be asked for (%s)", e.getClass().getName());
    }
  }

  private void take(TheirPayment payment) {
    Optional<String> number =
        payment.number() == null
            ? bookings.number(payment.externalId())
            : Optional.of(payment.number());
    number.ifPresent(
        invoice ->
            payments.record(invoice, payment.amount(), payment.paidOn(), payment.reference()));
  }
}
