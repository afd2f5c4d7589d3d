package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody is sick or on vacation; or is not, after all. */
@ApplicationScoped
class RecordingAbsence {
  private final Technicians technicians;
  private final TechnicianNews news;

  RecordingAbsence(Technicians technicians, TechnicianNews news) {
    this.technicians = technicians;
    this.news = news;
  }

  record Recorded(Technician technician, Absence absence) {}

  @Transactional
  Recorded away(Ref ref, AbsenceDetails details) {
    details.mustEndAfterItBegins();
    Technician technician = technicians.locked(ref);
    technicians.absencesOf(technician.id()).stream()
        .filter(
            other ->
                !other.fromOn().isAfter(details.until())
                    && !other.untilOn().isBefore(details.from()))
        .findFirst()
        .ifPresent(
            other -> {
              throw JobsProblem.ABSENCES_OVERLAP.because(
                  "%s is already away from %s until %s. Delete that absence first, or choose days beside it."
                      .formatted(technician.name(), other.fromOn(), other.untilOn()));
            });
    Absence absence = new Absence(technician.id(), details.kind(), details.from(), details.until());
    technicians.add(absence);
    technicians.touch(technician);
    news.spread(technician, "technician.absent", null, details);
    return new Recorded(technician, absence);
  }

  @Transactional
  void backAgain(Ref ref, UUID absenceId, String ifMatch) {
    Technician technician = technicians.locked(ref);
    Absence absence = absence(technician, absenceId);
    ETags.requireMatch(ifMatch, technician.version());
    AbsenceView before = AbsenceView.from(absence);
    technicians.remove(absence);
    technicians.touch(technician);
    news.spread(technician, "technician.absence-deleted", before, null);
  }

  Absence absence(Technician technician, UUID absenceId) {
    return technicians.absencesOf(technician.id()).stream()
        .filter(absence -> absence.id().equals(absenceId))
        .findFirst()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_ABSENCE.because(
                    "%s has no absence %s.".formatted(technician.name(), absenceId)));
  }
}
