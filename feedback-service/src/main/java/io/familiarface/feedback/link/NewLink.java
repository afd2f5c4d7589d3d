package io.familiarface.feedback.link;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that is to be made. */
@Schema(
    name = "NewLink",
    description = "Names the customer by customerId or customerExternalId, exactly one of them.")
record NewLink(
    @NullOrNotBlank @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "C0001") String customerExternalId,
    @NotNull LinkPurpose purpose,
    @Schema(description = "What its form asks for by one tap; CSAT if left out.")
        LinkQuestion question,
    @Schema(description = "The complaint whose case is shown; a link to a CASE needs it.")
        UUID complaintId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "The same by its external id.")
        String complaintExternalId,
    @Schema(description = "The visit that feedback is asked about, if it is about one.")
        UUID visitId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @Schema(description = "The project that feedback is asked about, if it is about one.")
        UUID projectId,
    @NullOrNotBlank @Size(min = 1, max = 100) String projectExternalId,
    @Schema(description = "The number of the step of that project.") Integer projectStep,
    @Schema(
            description =
                "Whether the customer is asked for feedback by it. Left out: they are, which counts as a"
                    + " request unless they were asked lately; askedAt tells. True: they are, and"
                    + " who was asked lately is not asked again (409). False: they want to tell us"
                    + " by themselves. A service asks with true alone, unless they were asked"
                    + " lately. Whom the company has let go nobody asks: a service asks them"
                    + " nothing, anybody else is refused (409) but for false.")
        Boolean asks) {}
