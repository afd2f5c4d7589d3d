package io.familiarface.feedback.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed about a call: who makes it and by when. */
@Schema(name = "FollowUpPatch")
record FollowUpPatch(
    @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank; use null for nobody")
        @Schema(description = "Who is to call; null for nobody yet.", examples = "Maria")
        String owner,
    @NotNull @Schema(examples = "2026-12-01") LocalDate dueOn) {}
