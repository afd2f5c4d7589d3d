package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.AskedBy;
import io.familiarface.jobs.agreement.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was recorded of a visit and may turn out to be wrong. */
@Schema(name = "VisitPatch")
record VisitPatch(
    UUID technicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Instant customerToldAt,
    Boolean introduced,
    Instant introducedAt,
    @Schema(description = "When whoever came arrived; null if nobody knows.") Instant arrivedAt,
    Instant completedAt,
    @Schema(description = "By the arrival and its window if left out, where it was before.")
        Boolean onTime,
    @Schema(examples = "120", description = VisitView.WINDOW_MINUTES)
        @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(
            nullable = true,
            description =
                "Who wanted another window: what the customer wanted is nothing to tell them.")
        AskedBy askedBy) {

  /** What may be said of a visit before it is completed. */
  private static final Set<String> OF_PLANNED =
      Set.of("windowMinutes", "arrivedAt", "customerToldAt", "askedBy");

  static boolean isOfPlanned(Collection<String> fields) {
    return OF_PLANNED.containsAll(fields);
  }

  static VisitPatch of(Visit visit) {
    Notice notice = visit.notice();
    return new VisitPatch(
        visit.technicianId,
        visit.changeReason,
        visit.permanence,
        notice.customerTold(),
        notice.customerToldAt(),
        notice.introduced(),
        notice.introducedAt(),
        visit.arrivedAt,
        visit.completedAt,
        visit.onTime,
        visit.windowMinutes,
        null);
  }

  /** What the customer knows of it as it is said. */
  Telling telling(VisitPatch before) {
    if (askedBy == AskedBy.CUSTOMER) {
      return Telling.ASKED;
    }
    return customerToldAt == null || customerToldAt.equals(before.customerToldAt)
        ? Telling.NONE
        : Telling.told(customerToldAt, null);
  }

  Substitution change() {
    return new Substitution(
        technicianId,
        changeReason,
        permanence,
        new Notice(customerTold, customerToldAt, introduced, introducedAt));
  }
}
