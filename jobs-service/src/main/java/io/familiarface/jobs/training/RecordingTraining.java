package io.familiarface.jobs.training;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.TechnicianPublisher;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A technician has learned something; or not, after all. */
@ApplicationScoped
class RecordingTraining {
  private final Technicians technicians;
  private final Trainings trainings;
  private final TechnicianPublisher publisher;
  private final AuditTrail audit;
  private final Caller caller;
  private final CompanyCalendar calendar;

  RecordingTraining(
      Technicians technicians,
      Trainings trainings,
      TechnicianPublisher publisher,
      AuditTrail audit,
      Caller caller,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.trainings = trainings;
    this.publisher = publisher;
    this.audit = audit;
    this.caller = caller;
    this.calendar = calendar;
  }

  @Transactional
  Training record(Ref ref, NewTraining details) {
    Technician technician = technicians.lock(ref);
    technician.requireNotLeftBy(details.on(), "/on");
    if (details.externalId() != null
        && trainings.find(new Reference(null, details.externalId())).isPresent()) {
      throw CommonProblem.externalIdTaken("training", details.externalId());
    }
    Training training = Training.create(technician.id(), details, caller.name(), calendar.now());
    trainings.persist(training);
    publisher.publishAnew(technician);
    audit.changed(
        "training.recorded", "training", training.id, null, null, TrainingView.of(training));
    return training;
  }

  @Transactional
  void delete(Ref ref, Ref trainingRef, String ifMatch) {
    Technician technician = technicians.lock(ref);
    Training training = trainings.get(technician, trainingRef);
    ETags.requireMatch(ifMatch, training.id, training.version);
    trainings.delete(training);
    publisher.publishAnew(technician);
    audit.changed(
        "training.deleted", "training", training.id, null, TrainingView.of(training), null);
  }
}
