package io.familiarface.jobs.accounting;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import io.familiarface.rest.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Gives back what an invoice asked for, or a part of it. */
@ApplicationScoped
class CreditingDocument {
  private final Documents documents;
  private final DocumentNumbers numbers;
  private final DocumentPublisher publisher;
  private final CompanyCalendar calendar;

  CreditingDocument(
      Documents documents,
      DocumentNumbers numbers,
      DocumentPublisher publisher,
      CompanyCalendar calendar) {
    this.documents = documents;
    this.numbers = numbers;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  @Transactional
  Document credit(String number, Money amount, String reason) {
    Document invoice = documents.lock(number);
    if (!invoice.isInvoice()) {
      throw JobsProblem.NOT_AN_INVOICE.because(
          "%s is a credit memo. Credit its invoice, %s.".formatted(number, invoice.credits));
    }
    if (!amount.currency().equals(invoice.currency)) {
      throw JobsProblem.OTHER_CURRENCY.at(
          "/amount/currency", "%s is in %s.".formatted(number, invoice.currency));
    }
    if (amount.amount().compareTo(invoice.creditable()) > 0) {
      throw JobsProblem.CREDIT_TOO_LARGE.at(
          "/amount/amount",
          "Of %s, %s %s can still be credited: %s in all, %s of it credited before."
              .formatted(
                  number, invoice.creditable(), invoice.currency, invoice.total, invoice.credited));
    }
    return credit(invoice, amount.amount().setScale(Taxation.SCALE), reason, null);
  }

  /** Of an invoice whose customer is locked, and which can bear it. */
  Document credit(Document invoice, BigDecimal amount, String reason, UUID complaintId) {
    Change change = Change.of(invoice);
    LocalDate today = calendar.today();
    Instant now = calendar.now();
    Document memo =
        invoice.credit(
            numbers.next(DocumentKind.CREDIT_MEMO, today.getYear()),
            amount,
            documents.creditsOf(invoice),
            reason,
            today);
    memo.complaintId = complaintId;
    publisher.issued(List.of(memo), now);
    publisher.changed(List.of(change), "document.credited", now);
    return memo;
  }
}
