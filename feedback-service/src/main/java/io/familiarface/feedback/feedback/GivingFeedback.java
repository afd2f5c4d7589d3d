package io.familiarface.feedback.feedback;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Projects;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.feedback.technician.Technicians;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody writes down what a customer said. */
@ApplicationScoped
class GivingFeedback {
  private final Database database;
  private final FeedbackRepository repository;
  private final Customers customers;
  private final Visits visits;
  private final Projects projects;
  private final Technicians technicians;
  private final SignalIngestion ingestion;
  private final FeedPublisher feed;
  private final AuditTrail audit;
  private final Event<ComplaintVoiced> complaints;
  private final BusinessTime time;
  private final Caller caller;

  GivingFeedback(
      Database database,
      FeedbackRepository repository,
      Customers customers,
      Visits visits,
      Projects projects,
      Technicians technicians,
      SignalIngestion ingestion,
      FeedPublisher feed,
      AuditTrail audit,
      Event<ComplaintVoiced> complaints,
      BusinessTime time,
      Caller caller) {
    this.database = database;
    this.repository = repository;
    this.customers = customers;
    this.visits = visits;
    this.projects = projects;
    this.technicians = technicians;
    this.ingestion = ingestion;
    this.feed = feed;
    this.audit = audit;
    this.complaints = complaints;
    this.time = time;
    this.caller = caller;
  }

  Feedback give(NewFeedback given) {
    CustomerCopy customer = customers.lock(given.customerId(), given.customerExternalId());
    Instant at = time.ofFact(given.at(), "/at");
    if (given.details(null, null, null, at).saysNothing()) {
      throw CommonProblem.INVALID_REQUEST.at(
          "", "Say something: csat, nps, effort, text or callMe.");
    }
    if (given.externalId() != null && repository.isTaken(given.externalId())) {
      throw CommonProblem.externalIdTaken("piece of feedback", given.externalId());
    }
    Visits.Known named = visits.known(given.visitId(), given.visitExternalId(), customer.id());
    UUID visit = named == null ? null : named.id();
    UUID project =
        projects.resolve(
            given.projectId(), given.projectExternalId(), given.projectStep(), customer.id());
    UUID technician = spokenOf(given.technicianId(), given.technicianExternalId(), visit, project);
    FeedbackDetails details = given.details(visit, project, technician, at);
    if (named != null && details.givesMarks()) {
      visits.requireBegun(named, at, given.visitId() == null ? "/visitExternalId" : "/visitId");
    }
    Feedback feedback =
        new Feedback(
            new Origin(given.externalId(), customer.id(), caller.name(), time.now()), details);
    feedback.heardOnceWritten();
    boolean complains = details.kind() == FeedbackKind.COMPLAINT;
    if (feedback.externalId == null && !complains) {
      RoundTrip writes = database.roundTrip();
      repository.insert(feedback, writes);
      record(null, feedback);
      ingestion.ingestLast(List.of(feedback.toChange()), writes);
    } else {
      // Another may have taken the key meanwhile, which is told before the commit.
      write(feedback);
    }
    if (complains) {
      complaints.fire(
          new ComplaintVoiced(
              customer.id(), visit, project, given.projectStep(), at, details.text()));
    }
    return feedback;
  }

  private UUID spokenOf(UUID id, String externalId, UUID visit, UUID project) {
    if (id == null && externalId == null) {
      return null;
    }
    requireNothingElse(visit, project, id == null ? "/technicianExternalId" : "/technicianId");
    return technicians.resolve(id, externalId, "").id();
  }

  /** A visit and a project say who came: a technician is named where neither is. */
  static void requireNothingElse(UUID visit, UUID project, String pointer) {
    if (visit != null || project != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer, "Name a technician where you name neither a visit nor a project.");
    }
  }

  /** Writes what is new, of a customer who is locked, in one round trip with what follows of it. */
  void write(Feedback feedback) {
    RoundTrip writes = database.roundTrip();
    repository.insert(feedback, writes);
    record(null, feedback);
    ingestion.ingest(List.of(feedback.toChange()), Map.of(), writes);
  }

  /**
   * Publishes what was written; the caller sees to the assessment.
   *
   * @param before null for something new
   */
  void record(FeedbackView before, Feedback after) {
    audit.changed(
        before == null ? "feedback.given" : "feedback.corrected",
        "feedback",
        after.id,
        after.customerId,
        before,
        FeedbackView.of(after));
    feed.publish(
        "feedback",
        "io.familiarface.feedback.given",
        after.customerId,
        after.details.at(),
        FeedbackGivenEvent.of(after));
  }
}
