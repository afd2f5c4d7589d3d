package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.familiarface.rest.NullOrNotBlank;
import io.familiarface.risk.signal.Severity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A complaint, as it is received. */
@Schema(
    name = "NewComplaint",
    description = "Names the customer by customerId or customerExternalId, exactly one of them.")
record NewComplaint(
    @NullOrNotBlank @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "C0001") String customerExternalId,
    @Schema(description = "The visit it is about, if it is about one.") UUID visitId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @Schema(description = "The project it is about, if it is about one.") UUID projectId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "PJ0001") String projectExternalId,
    @Schema(description = "The number of the step of that project.") Integer projectStep,
    @Schema(description = "When it was received; now if left out.") Instant receivedAt,
    @NotNull Severity severity,
    @NullOrNotBlank
        @Size(min = 1, max = 50) @Schema(
            description = "A code of the company's own list; left out until the case is assessed.",
            examples = "TECHNICIAN")
        String cause,
    @JsonAlias("text") @Size(max = 4000) @Schema(description = "What they said.") String words,
    @NullOrNotBlank
        @Size(min = 1, max = 100) @Schema(description = "Who sees to it that it is mended.")
        String owner) {

  ComplaintDetails details(UUID visit, Instant at) {
    return new ComplaintDetails(visit, severity, cause, words, at, null, null, null);
  }
}
