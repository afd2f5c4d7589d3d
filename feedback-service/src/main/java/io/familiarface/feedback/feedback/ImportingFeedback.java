package io.familiarface.feedback.feedback;

import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.recording.CustomerImport;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Imports what customers said according to another system. */
@ApplicationScoped
class ImportingFeedback implements CustomerImport<FeedbackLine, Feedback> {
  private final FeedbackRepository repository;
  private final GivingFeedback giving;
  private final PendingSignals pending;
  private final Clock clock;

  ImportingFeedback(
      FeedbackRepository repository, GivingFeedback giving, PendingSignals pending, Clock clock) {
    this.repository = repository;
    this.giving = giving;
    this.pending = pending;
    this.clock = clock;
  }

  @Override
  public Class<FeedbackLine> lineType() {
    return FeedbackLine.class;
  }

  @Override
  public FeedbackRepository records() {
    return repository;
  }

  @Override
  public Feedback create(Origin origin, FeedbackLine line, UUID visit) {
    Instants.requirePast(line.at(), origin.now(), "/at");
    Feedback feedback = new Feedback(origin, line.details(visit));
    repository.persist(feedback);
    record(null, feedback);
    return feedback;
  }

  @Override
  public boolean update(Feedback feedback, FeedbackLine line, UUID visit) {
    Instants.requirePast(line.at(), clock.instant(), "/at");
    FeedbackView before = FeedbackView.of(feedback);
    boolean changed = feedback.update(line.details(visit));
    if (changed) {
      repository.flush();
      record(before, feedback);
    }
    return changed;
  }

  private void record(FeedbackView before, Feedback feedback) {
    giving.record(before, feedback);
    pending.add(feedback.toChange());
  }
}
