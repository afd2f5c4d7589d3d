package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment as it was recorded. */
record PaymentView(
    UUID id,
    @Schema(examples = "INV-2026-000017") String document,
    Money amount,
    LocalDate paidOn,
    String reference,
    String recordedBy,
    Instant recordedAt) {}
