package io.familiarface.feedback.followup;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed about a call: who makes it and by when. */
@Schema(name = "FollowUpPatch")
record FollowUpPatch(
    @NullOrNotBlank(message = "must not be blank; use null for nobody")
        @Size(min = 1, max = 100) @Schema(description = "Who is to call; null for nobody yet.", examples = "Maria")
        String owner,
    @NotNull @Schema(examples = "2026-12-01") LocalDate dueOn) {}
