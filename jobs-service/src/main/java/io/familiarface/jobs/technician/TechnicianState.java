package io.familiarface.jobs.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The full state of a technician as the feed {@code technicians} tells it. */
record TechnicianState(
    UUID id,
    String externalId,
    String name,
    String branch,
    List<String> skills,
    LocalDate hiredOn,
    LocalDate leftOn,
    List<AbsenceView> absences,
    long revision) {

  static TechnicianState of(Technician technician, List<Absence> absences) {
    NewTechnician d = technician.details();
    return new TechnicianState(
        technician.id,
        d.externalId(),
        d.name(),
        d.branch(),
        d.skills(),
        d.hiredOn(),
        d.leftOn(),
        absences.stream().map(AbsenceView::of).toList(),
        technician.version);
  }
}
