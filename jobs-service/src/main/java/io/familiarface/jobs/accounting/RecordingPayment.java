package io.familiarface.jobs.accounting;

import io.familiarface.database.UniqueViolation;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;

/** What was paid comes back from accounting or the bank: once for each reference. */
@ApplicationScoped
class RecordingPayment {
  private final Payments payments;
  private final Documents documents;
  private final DocumentPublisher publisher;
  private final JobsFeeds feeds;
  private final CompanyCalendar calendar;
  private final Caller caller;

  RecordingPayment(
      Payments payments,
      Documents documents,
      DocumentPublisher publisher,
      JobsFeeds feeds,
      CompanyCalendar calendar,
      Caller caller) {
    this.payments = payments;
    this.documents = documents;
    this.publisher = publisher;
    this.feeds = feeds;
    this.calendar = calendar;
    this.caller = caller;
  }

  @Transactional
  PaymentView record(NewPayment payment) {
    Amounts.requireMoreThanNothing(payment.amount());
    payments
        .withReference(payment.reference())
        .ifPresent(
            before -> {
              throw alreadyRecorded(before);
            });
    return recordNew(payment);
  }

  static RuntimeException alreadyRecorded(Payments.Row before) {
    return JobsProblem.PAYMENT_ALREADY_RECORDED.at(
        "/reference",
        "The payment %s is recorded: %s %s on %s, paid on %s. It counts once."
            .formatted(
                before.reference(),
                before.amount(),
                before.currency(),
                before.document(),
                before.paidOn()));
  }

  /** One whose reference is new, as far as anybody has seen. */
  PaymentView recordNew(NewPayment payment) {
    Document invoice = documents.lockReferred(payment.document(), "/document");
    BigDecimal amount = payment.amount().amount().setScale(Taxation.SCALE);
    requirePayable(invoice, payment, amount);
    Payments.Row row =
        new Payments.Row(
            Ids.next(),
            invoice.number,
            amount,
            invoice.currency,
            payment.paidOn(),
            payment.reference(),
            caller.name(),
            Instants.toMicros(calendar.now()));
    insert(row, invoice);
    Change change = Change.of(invoice);
    invoice.pay(amount);
    publisher.changed(List.of(change), "document.paid", row.recordedAt());
    feeds.accounting(
        "payment.recorded",
        invoice.customerId,
        row.recordedAt(),
        new PaymentEvent(
            row.id(),
            invoice.customerId,
            invoice.number,
            invoice.money(amount),
            row.paidOn(),
            invoice.money(invoice.owed()),
            invoice.state));
    return row.view();
  }

  private void insert(Payments.Row row, Document invoice) {
    try {
      payments.insert(row, invoice.id);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? alreadyRecorded(row) : e;
    }
  }

  private void requirePayable(Document invoice, NewPayment payment, BigDecimal amount) {
    if (!invoice.isInvoice()) {
      throw JobsProblem.NOT_AN_INVOICE.at(
          "/document", "%s is a credit memo: nobody pays it.".formatted(invoice.number));
    }
    if (!payment.amount().currency().equals(invoice.currency)) {
      throw JobsProblem.OTHER_CURRENCY.at(
          "/amount/currency", "%s is in %s.".formatted(invoice.number, invoice.currency));
    }
    if (payment.paidOn().isAfter(calendar.today())) {
      throw CommonProblem.INVALID_REQUEST.at("/paidOn", "That day has not come yet.");
    }
    if (amount.compareTo(invoice.owed()) > 0) {
      throw JobsProblem.MORE_THAN_OWED.at(
          "/amount/amount",
          "Of %s, %s %s is still owed."
              .formatted(invoice.number, invoice.owed(), invoice.currency));
    }
  }
}
