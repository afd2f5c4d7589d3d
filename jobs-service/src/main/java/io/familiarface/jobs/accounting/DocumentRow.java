package io.familiarface.jobs.accounting;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A document as a list reads it. */
record DocumentRow(
    UUID id,
    long version,
    String number,
    DocumentKind kind,
    DocumentState state,
    UUID customerId,
    String customerName,
    UUID agreementId,
    UUID visitId,
    LocalDate issuedOn,
    LocalDate dueOn,
    String currency,
    String lines,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal total,
    String credits,
    String reason,
    UUID complaintId,
    String instalments,
    BigDecimal credited,
    BigDecimal paid,
    Instant disputedSince,
    Instant overdueSince,
    Instant exportedAt,
    String words) {
  static final String SELECT =
      """
      select id, version, number, kind, state, customer_id,
        cast(null as text) as customer_name, agreement_id, visit_id, issued_on, due_on, currency, lines, net, tax, total, credits, reason, complaint_id, instalments,
        credited, paid, disputed_since, overdue_since, exported_at, words
      from accounting_document
      """;

  /** With whom each is for, as lists show it. */
  static final String NAMED =
      SELECT.replace(
          "cast(null as text)",
          "(select c.name from %s c where c.id = customer_id)".formatted(CustomerCopies.SUMMARIES));

  DocumentView view() {
    return new DocumentView(
        id,
        number,
        kind,
        state,
        customerId,
        customerName,
        agreementId,
        visitId,
        issuedOn,
        dueOn,
        LinesJson.INSTANCE.convertToEntityAttribute(lines),
        DocumentAmounts.of(kind, net, tax, total, credited, paid, this::money),
        new CreditReason(credits, reason, complaintId),
        InstalmentsJson.INSTANCE.convertToEntityAttribute(instalments),
        new DocumentStanding(disputedSince, overdueSince, exportedAt, words));
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
