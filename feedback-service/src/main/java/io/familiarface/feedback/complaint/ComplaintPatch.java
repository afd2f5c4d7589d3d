package io.familiarface.feedback.complaint;

import io.familiarface.risk.signal.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a complaint can be changed. */
@Schema(
    name = "ComplaintPatch",
    description = "A JSON Merge Patch: what is left out stays, null empties a field.")
record ComplaintPatch(
    @NotNull Severity severity,
    @NotBlank @Size(max = 50) @Schema(examples = "TECHNICIAN") String cause,
    @Size(max = 4000) String text,
    @Schema(description = "When it was settled.") Instant resolvedAt,
    @Schema(description = "When it came back; open until resolved at a later time.")
        Instant reopenedAt,
    @Schema(description = "Whether the customer says so; null is not known.")
        Boolean customerSatisfied) {

  static ComplaintPatch of(ComplaintDetails details) {
    return new ComplaintPatch(
        details.severity(),
        details.cause(),
        details.text(),
        details.resolvedAt(),
        details.reopenedAt(),
        details.customerSatisfied());
  }

  ComplaintDetails apply(ComplaintDetails to) {
    return new ComplaintDetails(
        to.visitId(),
        severity,
        cause,
        text,
        to.receivedAt(),
        resolvedAt,
        reopenedAt,
        customerSatisfied);
  }
}
