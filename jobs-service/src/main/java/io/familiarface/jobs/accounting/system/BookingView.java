package io.familiarface.jobs.accounting.system;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document on its way into the accounting system. */
record BookingView(
    UUID documentId,
    @Schema(description = "Its number.", examples = "INV-2026-000017") String document,
    BookingState state,
    @Schema(description = "How often it was tried without an answer.") int attempts,
    @Schema(description = "When it is tried next.") Instant nextAt,
    @Schema(description = "By which the accounting system knows it.") String externalId,
    @Schema(description = "Why it is not booked, and what to do.") String words,
    @Schema(description = "Since when it is so.") Instant at) {}
