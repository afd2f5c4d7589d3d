package io.familiarface.jobs.accounting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in a document's way, and what accounting said of it. */
public record DocumentStanding(
    @Schema(description = "Since when a complaint about it is open.") Instant disputedSince,
    @Schema(description = "Since when it should have been paid.") Instant overdueSince,
    @Schema(description = "When it last went to accounting.") Instant exportedAt,
    @Schema(description = "Why accounting refused it, in its words.") String words) {}
