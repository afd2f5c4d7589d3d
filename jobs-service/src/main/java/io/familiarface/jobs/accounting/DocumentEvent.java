package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A document as the feed {@code accounting} tells it: the whole of it, each time; codes, days and
 * money, no names and no words of anybody.
 */
record DocumentEvent(
    UUID documentId,
    String number,
    DocumentKind kind,
    DocumentState state,
    UUID customerId,
    UUID agreementId,
    UUID visitId,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<DocumentLine> lines,
    Money net,
    Money tax,
    Money total,
    String credits,
    UUID complaintId,
    List<Instalment> instalments,
    Money credited,
    Money paid,
    Money owed,
    boolean disputed,
    boolean overdue,
    long revision) {

  static DocumentEvent of(Document document) {
    return new DocumentEvent(
        document.id,
        document.number,
        document.kind,
        document.state,
        document.customerId,
        document.agreementId,
        document.visitId,
        document.issuedOn,
        document.dueOn,
        document.lines,
        document.money(document.net),
        document.money(document.tax),
        document.money(document.total),
        document.credits,
        document.complaintId,
        document.instalments,
        document.money(document.credited),
        document.money(document.paid),
        document.money(document.owed()),
        document.disputedSince != null,
        document.overdueSince != null,
        document.version);
  }
}
