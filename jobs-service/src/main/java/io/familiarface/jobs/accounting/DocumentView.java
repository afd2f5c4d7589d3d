package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
    @JsonUnwrapped DocumentAmounts amounts,
    @JsonUnwrapped CreditReason credit,
    List<Instalment> instalments,
    @JsonUnwrapped DocumentStanding standing) {

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
        DocumentAmounts.of(document),
        new CreditReason(document.credits, document.reason, document.complaintId),
        document.instalments,
        new DocumentStanding(
            document.disputedSince, document.overdueSince, document.exportedAt, document.words));
  }

  @JsonIgnore
  public boolean isInvoice() {
    return kind == DocumentKind.INVOICE;
  }

  public String currency() {
    return amounts.total().currency();
  }
}
