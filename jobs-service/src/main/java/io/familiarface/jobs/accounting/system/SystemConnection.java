package io.familiarface.jobs.accounting.system;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.accounting.ReportedPayments;
import io.familiarface.jobs.accounting.RetryPlan;
import io.familiarface.jobs.accounting.export.AccountCodes;
import io.familiarface.jobs.accounting.export.DocumentStream;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** The connection with the accounting system as it is configured; none: nothing happens here. */
@ApplicationScoped
class SystemConnection {
  private final BookingQueue bookings;
  private final SystemState state;
  private final OutgoingDocuments documents;
  private final DocumentStream stream;
  private final ReportedPayments payments;
  private final AccountCodes accounts;
  private final CompanyCalendar calendar;
  private final Clock clock;
  private final Steps steps;

  SystemConnection(
      BookingQueue bookings,
      SystemState state,
      OutgoingDocuments documents,
      DocumentStream stream,
      ReportedPayments payments,
      AccountCodes accounts,
      SystemSettings settings,
      CompanyCalendar calendar,
      Clock clock) {
    this.bookings = bookings;
    this.state = state;
    this.documents = documents;
    this.stream = stream;
    this.payments = payments;
    this.accounts = accounts;
    this.calendar = calendar;
    this.clock = clock;
    this.steps = settings.kind() == SystemKind.NONE ? null : steps(settings);
  }

  /** What is done with a system, one after the other. */
  record Steps(BookingDocuments booking, PollingPayments polling) {}

  @Scheduled(
      every = "${familiar.accounting.system.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    if (steps != null) {
      steps.booking().bookAll();
      steps.polling().poll();
    }
  }

  Steps steps(SystemSettings settings) {
    AccountingSystem system = system(settings);
    return new Steps(
        new BookingDocuments(
            system,
            bookings,
            state,
            documents,
            stream,
            new RetryPlan(settings.attempts()),
            calendar),
        new PollingPayments(system, bookings, state, payments, calendar));
  }

  private AccountingSystem system(SystemSettings settings) {
    boolean quickBooks = settings.kind() == SystemKind.QUICKBOOKS;
    URI tokens =
        URI.create(settings.tokenUrl().orElse(quickBooks ? QuickBooks.TOKENS : Xero.TOKENS));
    URI base = URI.create(settings.url().orElse(quickBooks ? QuickBooks.URL : Xero.URL));
    AtomicReference<AccountingSystem> system = new AtomicReference<>();
    SystemHttp http =
        new SystemHttp(
            base,
            settings.timeout(),
            new OAuthTokens(tokens, settings, state, clock),
            () ->
                () ->
                    state.spend(
                        calendar.now(), system.get().callsPerMinute(), system.get().callsPerDay()));
    system.set(quickBooks ? new QuickBooks(http, settings) : new Xero(http, settings, accounts));
    return system.get();
  }
}
