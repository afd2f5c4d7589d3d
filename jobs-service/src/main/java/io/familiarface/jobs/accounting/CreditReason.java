package io.familiarface.jobs.accounting;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of a credit memo: what it takes back, and why. All null of an invoice. */
public record CreditReason(
    @Schema(description = "Of a credit memo: the number of its invoice.") String credits,
    @Schema(description = "Of a credit memo: why.") String reason,
    @Schema(description = "Of a credit memo: the case whose remedy it is.") UUID complaintId) {}
