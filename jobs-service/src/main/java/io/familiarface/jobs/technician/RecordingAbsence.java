package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

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
    List<Absence> others = technicians.absencesOf(technician.id());
    requireFree(details.externalId(), others);
    others.stream()
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
    Absence absence = new Absence(technician.id(), details);
    technicians.add(absence);
    technicians.touch(technician);
    news.spread(technician, "technician.absent", null, details);
    return new Recorded(technician, absence);
  }

  private static void requireFree(String externalId, List<Absence> others) {
    if (externalId != null
        && others.stream().anyMatch(other -> externalId.equals(other.externalId()))) {
      throw JobsProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId",
          "Another absence of this technician has the external id %s.".formatted(externalId));
    }
  }

  @Transactional
  void backAgain(Ref ref, Ref absenceRef, String ifMatch) {
    Technician technician = technicians.locked(ref);
    Absence absence = absence(technician, absenceRef);
    ETags.requireMatch(ifMatch, technician.version());
    AbsenceView before = AbsenceView.from(absence);
    technicians.remove(absence);
    technicians.touch(technician);
    news.spread(technician, "technician.absence-deleted", before, null);
  }

  Absence absence(Technician technician, Ref ref) {
    Reference reference = Reference.of(ref);
    return technicians.absencesOf(technician.id()).stream()
        .filter(
            absence ->
                reference.id() != null
                    ? absence.id().equals(reference.id())
                    : reference.externalId().equals(absence.externalId()))
        .findFirst()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_ABSENCE.because(
                    "%s has no absence %s.".formatted(technician.name(), reference)));
  }
}
