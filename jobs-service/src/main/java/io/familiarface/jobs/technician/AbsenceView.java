package io.familiarface.jobs.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Absence")
record AbsenceView(UUID id, String externalId, AbsenceKind kind, LocalDate from, LocalDate to) {

  static AbsenceView of(Absence absence) {
    return new AbsenceView(
        absence.id, absence.externalId, absence.kind, absence.fromOn, absence.untilOn);
  }

  /** All absences of one technician: a person's handful, so it comes without pages. */
  @Schema(name = "Absences")
  record Several(List<AbsenceView> items) {
    static Several of(List<Absence> absences) {
      return new Several(absences.stream().map(AbsenceView::of).toList());
    }
  }
}
