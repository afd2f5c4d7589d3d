package io.familiarface.jobs.visit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was recorded of a completed visit and may turn out to be wrong. */
@Schema(name = "VisitPatch")
record VisitPatch(
    @NotNull UUID technicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Instant customerToldAt,
    Boolean introduced,
    Instant introducedAt,
    @NotNull Instant completedAt,
    Boolean onTime) {

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
        visit.completedAt,
        visit.onTime);
  }

  Substitution change() {
    return new Substitution(
        technicianId,
        changeReason,
        permanence,
        new Notice(customerTold, customerToldAt, introduced, introducedAt));
  }
}
