package io.familiarface.jobs.assignment;

import io.familiarface.jobs.agreement.AskedBy;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Notice;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.Telling;
import io.familiarface.jobs.visit.ToldHow;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to come to a visit, and why it is somebody else. */
@Schema(
    name = "AssignmentRequest",
    example =
        """
        {"technicianExternalId": "T0003", "reason": "VACATION", "permanence": "THIS_VISIT",
         "customerTold": false, "introduced": false}\
        """)
public record AssignmentRequest(
    UUID technicianId,
    @Schema(examples = "T0003") @Size(min = 1, max = 100) String technicianExternalId,
    @Schema(examples = "VACATION", description = "Needed unless the planned technician comes.")
        ChangeReason reason,
    @Schema(examples = "THIS_VISIT", description = "Needed unless the planned technician comes.")
        Permanence permanence,
    @Schema(description = "When the customer was told; null: unknown.") Instant customerToldAt,
    @Schema(description = "When the new technician was introduced; null: unknown.")
        Instant introducedAt,
    @Schema(description = "false: stated that the customer was not told.") Boolean customerTold,
    @Schema(description = "false: stated that nobody was introduced.") Boolean introduced,
    @Schema(
            description =
                "Why somebody without the skill, or outside of their working hours, is sent all the"
                    + " same.")
        @Size(min = 1, max = 500) String override,
    @Schema(description = "How the customer was told; null if nobody has said.") ToldHow toldHow,
    @Schema(description = "When they come, if not at the time planned: the visit is moved with it.")
        Instant scheduledAt,
    @Schema(description = "true: on the day of scheduledAt, at no time that anybody has said.")
        Boolean anyTime,
    @Schema(
            description =
                "Who wanted the other time, as in …/reschedule: what the customer wanted is nothing to"
                    + " tell them. Null if nobody knows.")
        AskedBy askedBy) {

  /**
   * That the customer was told, or asked for the time, where the request says so.
   *
   * @param visitAt when the visit is to be
   */
  Telling telling(Instant visitAt, Instant now) {
    Telling telling =
        Boolean.TRUE.equals(notice().toldBefore(visitAt))
            ? Telling.told(customerToldAt == null ? now : customerToldAt, toldHow)
            : Telling.NONE;
    return customerAskedForTime() ? telling.ofTimeAskedFor() : telling;
  }

  boolean customerAskedForTime() {
    return scheduledAt != null && askedBy == AskedBy.CUSTOMER;
  }

  Notice notice() {
    return new Notice(customerTold, customerToldAt, introduced, introducedAt);
  }
}
