package io.familiarface.feedback.complaint;

import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.imports.CustomerImporter;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Imports the complaints of customers according to another system. */
@ApplicationScoped
class ImportingComplaints {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final Customers customers;
  private final Visits visits;
  private final CustomerLocks locks;
  private final PendingSignals pending;
  private final Caller caller;
  private final Clock clock;

  ImportingComplaints(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      Customers customers,
      Visits visits,
      CustomerLocks locks,
      PendingSignals pending,
      Caller caller,
      Clock clock) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.customers = customers;
    this.visits = visits;
    this.locks = locks;
    this.pending = pending;
    this.caller = caller;
    this.clock = clock;
  }

  Importer<ComplaintLine> importer() {
    return new Lines(caller.name(), clock.instant());
  }

  private final class Lines extends CustomerImporter<ComplaintLine, Complaint> {
    private final String by;
    private final Instant now;

    Lines(String by, Instant now) {
      super(customers, visits, locks);
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<ComplaintLine> lineType() {
      return ComplaintLine.class;
    }

    @Override
    protected List<Complaint> lock(Collection<String> externalIds) {
      return complaints.lock(externalIds);
    }

    @Override
    protected Complaint create(ComplaintLine line, UUID customer, UUID visit) {
      ComplaintDetails details = line.details(visit);
      rules.check(details);
      Complaint complaint = new Complaint(line.externalId(), customer, details, by, now);
      complaints.persist(complaint);
      recorder.record(null, complaint);
      ComplaintSignals.of(null, complaint).forEach(pending::add);
      return complaint;
    }

    @Override
    protected boolean update(Complaint complaint, ComplaintLine line, UUID visit) {
      ComplaintView viewBefore = ComplaintView.of(complaint);
      ComplaintDetails before = complaint.details;
      boolean changed = complaint.update(line.details(visit));
      if (changed) {
        rules.check(complaint.details);
        complaints.flush();
        recorder.record(viewBefore, complaint);
        ComplaintSignals.of(before, complaint).forEach(pending::add);
      }
      return changed;
    }
  }
}
