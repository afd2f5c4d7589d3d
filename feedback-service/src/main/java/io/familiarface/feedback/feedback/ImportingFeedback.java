package io.familiarface.feedback.feedback;

import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.imports.CustomerImporter;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Imports what customers said according to another system. */
@ApplicationScoped
class ImportingFeedback {
  private final FeedbackRepository repository;
  private final GivingFeedback giving;
  private final Customers customers;
  private final Visits visits;
  private final CustomerLocks locks;
  private final PendingSignals pending;
  private final Caller caller;
  private final Clock clock;

  ImportingFeedback(
      FeedbackRepository repository,
      GivingFeedback giving,
      Customers customers,
      Visits visits,
      CustomerLocks locks,
      PendingSignals pending,
      Caller caller,
      Clock clock) {
    this.repository = repository;
    this.giving = giving;
    this.customers = customers;
    this.visits = visits;
    this.locks = locks;
    this.pending = pending;
    this.caller = caller;
    this.clock = clock;
  }

  Importer<FeedbackLine> importer() {
    return new Lines(caller.name(), clock.instant());
  }

  private final class Lines extends CustomerImporter<FeedbackLine, Feedback> {
    private final String by;
    private final Instant now;

    Lines(String by, Instant now) {
      super(customers, visits, locks);
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<FeedbackLine> lineType() {
      return FeedbackLine.class;
    }

    @Override
    public LineResult apply(FeedbackLine line) {
      if (line.at().isAfter(now)) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/at", "This lies in the future, so it cannot have been said yet.");
      }
      return super.apply(line);
    }

    @Override
    protected List<Feedback> lock(Collection<String> externalIds) {
      return repository.lock(externalIds);
    }

    @Override
    protected Feedback create(FeedbackLine line, UUID customer, UUID visit) {
      Feedback feedback = new Feedback(line.externalId(), customer, line.details(visit), by, now);
      repository.persist(feedback);
      giving.record(null, feedback);
      pending.add(feedback.toChange());
      return feedback;
    }

    @Override
    protected boolean update(Feedback feedback, FeedbackLine line, UUID visit) {
      FeedbackView before = FeedbackView.of(feedback);
      boolean changed = feedback.update(line.details(visit));
      if (changed) {
        repository.flush();
        giving.record(before, feedback);
        pending.add(feedback.toChange());
      }
      return changed;
    }
  }
}
