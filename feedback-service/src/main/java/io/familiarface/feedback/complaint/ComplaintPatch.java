package io.familiarface.feedback.complaint;

import io.familiarface.rest.NullOrNotBlank;
import io.familiarface.risk.signal.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a complaint can be put right on paper; how far it has come is changed by its steps. */
@Schema(
    name = "ComplaintPatch",
    description = "A JSON Merge Patch: what is left out stays, null empties a field.")
record ComplaintPatch(
    @NotNull Severity severity,
    @NullOrNotBlank @Size(min = 1, max = 50) @Schema(examples = "TECHNICIAN") String cause,
    @Size(max = 4000) String words,
    @NotBlank @Size(max = 100) @Schema(description = "Who sees to it that it is mended.", examples = "Pat")
        String owner) {

  static ComplaintPatch of(Complaint complaint) {
    ComplaintDetails details = complaint.details;
    return new ComplaintPatch(
        details.severity(), details.cause(), details.words(), complaint.owner);
  }

  ComplaintDetails apply(ComplaintDetails to) {
    return new ComplaintDetails(
        to.visitId(),
        severity,
        cause,
        words,
        to.receivedAt(),
        to.resolvedAt(),
        to.reopenedAt(),
        to.customerSatisfied());
  }
}
