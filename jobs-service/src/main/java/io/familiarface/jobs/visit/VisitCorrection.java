package io.familiarface.jobs.visit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was recorded of a completed visit and may turn out to be wrong. */
@Schema(name = "VisitCorrection")
record VisitCorrection(
    @NotNull UUID technicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Instant customerToldAt,
    Boolean introduced,
    Instant introducedAt,
    @NotNull Instant completedAt,
    Boolean onTime) {

  static VisitCorrection of(Visit visit) {
    Notice notice = visit.notice();
    return new VisitCorrection(
        visit.technicianId(),
        visit.changeReason(),
        visit.permanence(),
        notice.customerTold(),
        notice.customerToldAt(),
        notice.introduced(),
        notice.introducedAt(),
        visit.completedAt(),
        visit.onTime());
  }

  TechnicianChange change() {
    return new TechnicianChange(
        technicianId,
        changeReason,
        permanence,
        new Notice(customerTold, customerToldAt, introduced, introducedAt));
  }
}
