package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Payments that the accounting system reports when it is asked. */
@ApplicationScoped
public class ReportedPayments {
  private static final Logger LOG = Logger.getLogger(ReportedPayments.class);

  private final RecordingPayment recording;
  private final Payments payments;

  ReportedPayments(RecordingPayment recording, Payments payments) {
    this.recording = recording;
    this.payments = payments;
  }

  /**
   * Records it if its reference is new; says in the log why one is not recorded, and in a
   * transaction of its own, so that the others are.
   */
  public void record(String document, Money amount, LocalDate paidOn, String reference) {
    boolean known =
        QuarkusTransaction.requiringNew().call(() -> payments.withReference(reference).isPresent());
    if (known || amount.amount().signum() <= 0) {
      return;
    }
    try {
      recording.record(new NewPayment(document, amount, paidOn, reference));
    } catch (HttpProblem e) {
      LOG.warnf("The payment %s of %s is not recorded: %s", reference, document, e.getDetail());
    }
  }
}
