package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit of another system, one line of an import. Null is unknown, never "no". */
@Schema(name = "VisitLine")
record VisitLine(
    @Schema(examples = "V000017-003") @NotBlank @Size(max = 100) String externalId,
    @Schema(examples = "A000017") @NotBlank @Size(max = 100) String agreementExternalId,
    @Schema(examples = "2025-04-07T14:00:00Z") @NotNull Instant scheduledAt,
    @Schema(examples = "COMPLETED", description = "COMPLETED, MISSED, or PLANNED for one to come.")
        @NotNull VisitState outcome,
    @Schema(examples = "T0002") @Size(min = 1, max = 100) String technicianExternalId,
    @Schema(examples = "T0001") @Size(min = 1, max = 100) String plannedTechnicianExternalId,
    @Schema(examples = "SICK") ChangeReason changeReason,
    @Schema(examples = "THIS_VISIT") Permanence permanence,
    Instant customerToldAt,
    Instant introducedAt,
    @Schema(description = "false: stated that the customer was not told.") Boolean customerTold,
    @Schema(description = "false: stated that nobody was introduced.") Boolean introduced,
    Boolean onTime,
    MissedReason missedReason,
    @Schema(examples = "120", description = VisitView.WINDOW_MINUTES)
        @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(description = "When whoever came arrived.") Instant arrivedAt,
    @Schema(
            examples = "[\"Bait stations refilled\"]",
            description = "What is, or was, to be done at this visit; as it is here if left out.")
        @Size(max = Terms.LONGEST_CHECKLIST) List<@NotBlank @Size(max = Terms.LONGEST_ITEM) String> checklist,
    @Schema(
            examples = "[\"Bait stations refilled\"]",
            description = "What of the checklist is done; left out, nobody knows it.")
        @Size(max = Terms.LONGEST_CHECKLIST) List<@NotBlank @Size(max = Terms.LONGEST_ITEM) String> checklistDone) {

  Notice notice() {
    return new Notice(customerTold, customerToldAt, introduced, introducedAt);
  }
}
