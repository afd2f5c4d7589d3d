package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.recovery.RemedyKind;
import io.familiarface.rest.Money;
import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/** What somebody complained of, and how it was mended, for whoever looks back. */
@Schema(name = "CaseStory")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CaseStory(
    UUID id,
    Instant receivedAt,
    Severity severity,
    String cause,
    @Schema(description = "The program of the agreement it was about; null for none.")
        String program,
    @Schema(description = "The step of a project it was about; null for none.", examples = "Drying")
        String projectStep,
    @Schema(description = "Whose material or work it was; null if not a supplier's.")
        String supplier,
    @Schema(description = "In the customer's own words.") String words,
    CaseState state,
    @Schema(description = "What was agreed; null if nothing was.") RemedyKind remedyKind,
    @Schema(description = "What it costs us; null if no money.") @Nested("remedy_")
        Money remedyAmount,
    Instant deliveredAt,
    Instant resolvedAt,
    Instant reopenedAt,
    @Schema(description = "Whether the customer says so; null is not known.")
        Boolean customerSatisfied,
    @Schema(description = "The steps that were taken, in their order.", examples = "APOLOGY by Pat")
        List<String> steps) {}
