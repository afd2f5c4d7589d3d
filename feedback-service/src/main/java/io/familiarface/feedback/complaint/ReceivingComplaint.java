package io.familiarface.feedback.complaint;

import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.feedback.ComplaintVoiced;
import io.familiarface.feedback.jobs.Projects;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.feedback.recovery.CaseClock;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.risk.signal.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A customer complains. */
@ApplicationScoped
class ReceivingComplaint {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final Customers customers;
  private final Visits visits;
  private final Projects projects;
  private final SignalIngestion ingestion;
  private final BusinessTime time;
  private final Caller caller;
  private final CaseClock clock;
  private final Optional<String> owner;

  ReceivingComplaint(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      Customers customers,
      Visits visits,
      Projects projects,
      SignalIngestion ingestion,
      BusinessTime time,
      Caller caller,
      CaseClock clock,
      ComplaintSettings settings) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.customers = customers;
    this.visits = visits;
    this.projects = projects;
    this.ingestion = ingestion;
    this.time = time;
    this.caller = caller;
    this.clock = clock;
    this.owner = settings.owner();
  }

  Complaint receive(NewComplaint received) {
    CustomerCopy customer = customers.lock(received.customerId(), received.customerExternalId());
    Instant at = time.ofFact(received.receivedAt(), "/receivedAt");
    String key = received.externalId();
    if (key != null && complaints.isTaken(key)) {
      throw CommonProblem.externalIdTaken("complaint", key);
    }
    UUID visit = visits.resolve(received.visitId(), received.visitExternalId(), customer.id());
    UUID project =
        projects.resolve(
            received.projectId(),
            received.projectExternalId(),
            received.projectStep(),
            customer.id());
    ComplaintDetails details = received.details(visit, at);
    rules.check(details);
    Complaint complaint =
        new Complaint(
            new Origin(key, customer.id(), caller.name(), time.now()),
            details,
            RecoveryCase.received(details.severity(), at, clock),
            received.owner() == null ? owner.orElse(caller.name()) : received.owner());
    complaint.projectId = project;
    complaint.projectStep = received.projectStep();
    take(complaint);
    return complaint;
  }

  /** Whoever writes it down as feedback has written down a complaint. */
  void receive(@Observes ComplaintVoiced voiced) {
    Complaint complaint =
        new Complaint(
            new Origin(null, voiced.customerId(), caller.name(), time.now()),
            new ComplaintDetails(
                voiced.visitId(),
                Severity.MEDIUM,
                null,
                voiced.words(),
                voiced.at(),
                null,
                null,
                null),
            RecoveryCase.received(Severity.MEDIUM, voiced.at(), clock),
            owner.orElse(caller.name()));
    complaint.projectId = voiced.projectId();
    complaint.projectStep = voiced.projectStep();
    take(complaint);
  }

  private void take(Complaint complaint) {
    complaints.persistAndFlush(complaint);
    recorder.record(null, complaint);
    ingestion.ingest(ComplaintSignals.of(null, complaint));
  }
}
