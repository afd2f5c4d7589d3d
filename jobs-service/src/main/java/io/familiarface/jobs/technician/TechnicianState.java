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
    List<TechnicianCertificate> certificates,
    List<WorkingHours> workingHours,
    String introduction,
    LocalDate hiredOn,
    LocalDate leftOn,
    List<Away> absences,
    long revision) {

  /** Both days included. */
  record Away(UUID id, String externalId, AbsenceKind kind, LocalDate from, LocalDate until) {
    static Away of(Absence absence) {
      return new Away(
          absence.id, absence.externalId, absence.kind, absence.fromOn, absence.untilOn);
    }
  }

  static TechnicianState of(Technician technician, List<Absence> absences) {
    NewTechnician d = technician.details();
    return new TechnicianState(
        technician.id,
        d.externalId(),
        d.name(),
        d.branch(),
        d.skills(),
        d.certificates(),
        d.workingHours(),
        d.introduction(),
        d.hiredOn(),
        d.leftOn(),
        absences.stream().map(Away::of).toList(),
        technician.version);
  }
}
