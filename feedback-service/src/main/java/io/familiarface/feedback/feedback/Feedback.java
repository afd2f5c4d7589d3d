package io.familiarface.feedback.feedback;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.recording.CustomerRecord;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.signal.FeedbackGiven;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;

/** What a customer said. */
@Entity
class Feedback extends CustomerRecord {
  private static final Duration WRITTEN_LATE = Duration.ofDays(1);
  private static final Duration HISTORY = Duration.ofDays(7);

  @Embedded FeedbackDetails details;

  /** When something of it was heard that asks for a call; null where that was when it was said. */
  Instant heardAt;

  /** When they asked for a call last; null where that was when it was said, or never. */
  Instant callMeAt;

  protected Feedback() {}

  Feedback(Origin origin, FeedbackDetails details) {
    super(origin);
    this.details = details;
    // Whoever asks for a call waits for it, however long ago they asked.
    this.heardAt = details.callMe() && recordedAt.isAfter(details.at()) ? recordedAt : null;
  }

  /** What somebody writes down within a week is news all the same; what is older is history. */
  void heardOnceWritten() {
    if (recordedAt.minus(WRITTEN_LATE).isAfter(details.at())
        && recordedAt.minus(HISTORY).isBefore(details.at())) {
      heardAt = recordedAt;
    }
  }

  /**
   * The customer says it otherwise now; says whether that changed anything.
   *
   * @param asksForCall whether they ask for a call now, be it once more
   */
  boolean correct(FeedbackDetails to, boolean asksForCall, Instant now) {
    boolean changed = update(to) || asksForCall;
    if (changed) {
      heardAt = Instants.toMicros(now);
    }
    if (asksForCall) {
      callMeAt = heardAt;
    }
    return changed;
  }

  /** Says whether that changed anything. */
  boolean update(FeedbackDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    return changed;
  }

  @Override
  protected String text() {
    return details.text();
  }

  SignalChange toChange() {
    return SignalChange.happened(
        customerId,
        SignalSource.FEEDBACK,
        version,
        new FeedbackGiven(
            id, details.at(), details.visitId(), details.csat(), details.nps(), details.effort()));
  }
}
