package io.familiarface.feedback.feedback;

import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.jobs.Projects;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.recording.CustomerImport;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.feedback.technician.Technicians;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Imports what customers said according to another system. */
@ApplicationScoped
class ImportingFeedback implements CustomerImport<FeedbackLine, Feedback> {
  private final FeedbackRepository repository;
  private final GivingFeedback giving;
  private final Visits visits;
  private final Projects projects;
  private final Technicians technicians;
  private final PendingSignals pending;
  private final Clock clock;

  ImportingFeedback(
      FeedbackRepository repository,
      GivingFeedback giving,
      Visits visits,
      Projects projects,
      Technicians technicians,
      PendingSignals pending,
      Clock clock) {
    this.repository = repository;
    this.giving = giving;
    this.visits = visits;
    this.projects = projects;
    this.technicians = technicians;
    this.pending = pending;
    this.clock = clock;
  }

  @Override
  public Class<FeedbackLine> lineType() {
    return FeedbackLine.class;
  }

  @Override
  public void begin() {
    pending.begin();
  }

  @Override
  public FeedbackRepository records() {
    return repository;
  }

  @Override
  public void check(FeedbackLine line, Visits.Known visit) {
    if (line.details(visit.id(), null, null).givesMarks()) {
      visits.requireBegun(visit, line.at(), "/visitExternalId");
    }
  }

  @Override
  public Feedback create(Origin origin, FeedbackLine line, UUID visit) {
    Instants.requirePast(line.at(), origin.now(), "/at");
    Feedback feedback = new Feedback(origin, details(line, visit, origin.customerId()));
    repository.persist(feedback);
    record(null, feedback);
    return feedback;
  }

  @Override
  public boolean update(Feedback feedback, FeedbackLine line, UUID visit) {
    Instants.requirePast(line.at(), clock.instant(), "/at");
    FeedbackView before = FeedbackView.of(feedback);
    boolean changed = feedback.update(details(line, visit, feedback.customerId));
    if (changed) {
      repository.flush();
      record(before, feedback);
    }
    return changed;
  }

  private FeedbackDetails details(FeedbackLine line, UUID visit, UUID customer) {
    if (line.details(null, null, null).saysNothing()) {
      throw CommonProblem.INVALID_REQUEST.at("", "Say something: csat, nps, effort or text.");
    }
    UUID project = projects.told(line.projectExternalId(), line.projectStep(), customer);
    String technician = line.technicianExternalId();
    if (technician == null) {
      return line.details(visit, project, null);
    }
    GivingFeedback.requireNothingElse(visit, project, "/technicianExternalId");
    return line.details(null, null, technicians.told(technician, "/technicianExternalId").id());
  }

  private void record(FeedbackView before, Feedback feedback) {
    giving.record(before, feedback);
    pending.add(feedback.toChange());
  }
}
