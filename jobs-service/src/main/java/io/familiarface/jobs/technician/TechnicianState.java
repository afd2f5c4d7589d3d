package io.familiarface.jobs.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

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
    List<TrainingRecord.Taken> trainings,
    long revision) {

  /** Both days included. */
  record Away(
      UUID id,
      String externalId,
      AbsenceKind kind,
      @ColumnName("from_on") LocalDate from,
      @ColumnName("until_on") LocalDate until) {}

  static TechnicianState of(
      Technician technician, List<Away> absences, List<TrainingRecord.Taken> trainings) {
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
        absences,
        trainings,
        technician.version);
  }
}
