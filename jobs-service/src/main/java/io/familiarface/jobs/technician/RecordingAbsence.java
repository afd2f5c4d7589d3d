package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** Somebody is sick or on vacation; or is not, after all. */
@ApplicationScoped
class RecordingAbsence {
  private final Technicians technicians;
  private final Absences absences;
  private final TechnicianPublisher publisher;
  private final Event<AbsenceRecorded> recorded;

  RecordingAbsence(
      Technicians technicians,
      Absences absences,
      TechnicianPublisher publisher,
      Event<AbsenceRecorded> recorded) {
    this.technicians = technicians;
    this.absences = absences;
    this.publisher = publisher;
    this.recorded = recorded;
  }

  record Recorded(Technician technician, Absence absence) {}

  @Transactional
  Recorded record(Ref ref, NewAbsence details) {
    details.requireOrder();
    Technician technician = technicians.lock(ref);
    requireFree(technician, details, absences.of(technician.id));
    Absence absence = Absence.create(technician.id, details);
    absences.persist(absence);
    technicians.touch(technician);
    publisher.publish(technician, "technician.absent", null, details);
    recorded.fire(new AbsenceRecorded(absence));
    return new Recorded(technician, absence);
  }

  private static void requireFree(Technician technician, NewAbsence details, List<Absence> others) {
    if (details.externalId() != null
        && others.stream().anyMatch(other -> details.externalId().equals(other.externalId))) {
      throw CommonProblem.externalIdTaken("absence of this technician", details.externalId());
    }
    others.stream()
        .filter(other -> other.overlaps(details))
        .findFirst()
        .ifPresent(
            other -> {
              throw JobsProblem.ABSENCES_OVERLAP.because(
                  "%s is already away from %s until %s. Delete that absence first, or choose days beside it."
                      .formatted(technician.name, other.fromOn, other.untilOn));
            });
  }

  @Transactional
  void delete(Ref ref, Ref absenceRef, String ifMatch) {
    Technician technician = technicians.lock(ref);
    Absence absence = absences.get(technician, absenceRef);
    ETags.requireMatch(ifMatch, technician.id, technician.version);
    AbsenceView before = AbsenceView.of(absence);
    absences.delete(absence);
    technicians.touch(technician);
    publisher.publish(technician, "technician.absence-deleted", before, null);
  }
}
