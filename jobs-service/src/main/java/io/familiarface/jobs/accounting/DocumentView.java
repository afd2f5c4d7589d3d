package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document as others see it: what was issued, and what has become of it. */
public record DocumentView(
    UUID id,
    @Schema(examples = "INV-2026-000017") String number,
    DocumentKind kind,
    DocumentState state,
    UUID customerId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In lists: whom it is for, as far as we know.")
        String customerName,
    UUID agreementId,
    UUID visitId,
    LocalDate issuedOn,
    @Schema(description = "Null of a credit memo.") LocalDate dueOn,
    List<DocumentLine> lines,
    Money net,
    Money tax,
    Money total,
    @Schema(description = "Of a credit memo: the number of its invoice.") String credits,
    @Schema(description = "Of a credit memo: why.") String reason,
    @Schema(description = "Of a credit memo: the case whose remedy it is.") UUID complaintId,
    List<Instalment> instalments,
    @Schema(description = "What was taken back of it by credit memos.") Money credited,
    Money paid,
    @Schema(description = "What is still to be paid.") Money owed,
    @Schema(description = "Since when a complaint about it is open.") Instant disputedSince,
    @Schema(description = "Since when it should have been paid.") Instant overdueSince,
    @Schema(description = "When it last went to accounting.") Instant exportedAt,
    @Schema(description = "Why accounting refused it, in its words.") String words) {

  static DocumentView of(Document document) {
    return new DocumentView(
        document.id,
        document.number,
        document.kind,
        document.state,
        document.customerId,
        null,
        document.agreementId,
        document.visitId,
        document.issuedOn,
        document.dueOn,
        document.lines,
        document.money(document.net),
        document.money(document.tax),
        document.money(document.total),
        document.credits,
        document.reason,
        document.complaintId,
        document.instalments,
        document.money(document.credited),
        document.money(document.paid),
        document.money(document.owed()),
        document.disputedSince,
        document.overdueSince,
        document.exportedAt,
        document.words);
  }

  @JsonIgnore
  public boolean isInvoice() {
    return kind == DocumentKind.INVOICE;
  }

  public String currency() {
    return total.currency();
  }
}
