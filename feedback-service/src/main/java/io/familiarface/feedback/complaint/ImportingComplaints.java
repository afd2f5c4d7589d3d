package io.familiarface.feedback.complaint;

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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports the complaints of customers according to another system. */
@ApplicationScoped
class ImportingComplaints {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final Customers customers;
  private final Visits visits;
  private final PendingSignals pending;
  private final Caller caller;
  private final Clock clock;

  ImportingComplaints(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      Customers customers,
      Visits visits,
      PendingSignals pending,
      Caller caller,
      Clock clock) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.customers = customers;
    this.visits = visits;
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
      super(customers, visits);
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<ComplaintLine> lineType() {
      return ComplaintLine.class;
    }

    @Override
    protected Map<String, Complaint> stored(Collection<String> externalIds) {
      return complaints.lock(externalIds).stream()
          .collect(Collectors.toMap(complaint -> complaint.externalId, Function.identity()));
    }

    @Override
    protected UUID id(Complaint complaint) {
      return complaint.id;
    }

    @Override
    protected UUID customerId(Complaint complaint) {
      return complaint.customerId;
    }

    @Override
    protected Complaint create(ComplaintLine line, UUID customer, UUID visit) {
      ComplaintDetails details = line.details(visit);
      rules.check(details);
      Complaint complaint = Complaint.create(line.externalId(), customer, details, by, now);
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
