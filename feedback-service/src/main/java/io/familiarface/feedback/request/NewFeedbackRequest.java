package io.familiarface.feedback.request;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer is asked what they think. */
@Schema(
    name = "NewFeedbackRequest",
    description = "Names the customer by customerId or customerExternalId, exactly one of them.")
record NewFeedbackRequest(
    @NullOrNotBlank @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "C0001") String customerExternalId,
    @Schema(description = "The visit that they are asked about, if it is about one.") UUID visitId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @Schema(description = "When they were asked; now if left out.") Instant at) {}
