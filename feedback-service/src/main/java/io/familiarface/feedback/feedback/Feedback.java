package io.familiarface.feedback.feedback;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.signal.FeedbackGiven;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a customer said. */
@Entity
class Feedback {
  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  @Embedded FeedbackDetails details;
  String recordedBy;
  Instant recordedAt;

  protected Feedback() {}

  static Feedback create(
      String externalId, UUID customerId, FeedbackDetails details, String by, Instant now) {
    Feedback feedback = new Feedback();
    feedback.id = Ids.next();
    feedback.version = 1;
    feedback.externalId = externalId;
    feedback.customerId = customerId;
    feedback.details = details;
    feedback.recordedBy = by;
    feedback.recordedAt = Instants.toMicros(now);
    return feedback;
  }

  /** Says whether that changed anything. */
  boolean update(FeedbackDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    return changed;
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
