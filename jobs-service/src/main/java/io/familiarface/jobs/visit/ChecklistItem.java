package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Terms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing to be done at a visit, and whether it is. */
@Schema(name = "ChecklistItem")
public record ChecklistItem(
    @Schema(examples = "Bait stations refilled") @NotBlank @Size(max = Terms.LONGEST_ITEM) String text,
    boolean done) {}
