package io.familiarface.feedback.request;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.signal.FeedbackRequested;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A customer was asked what they think. */
@Entity
class FeedbackRequest {
  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  UUID visitId;
  Instant at;
  String askedBy;
  Instant recordedAt;

  /** Noted for a link that somebody made, and not written down by hand. */
  boolean byLink;

  /** The request that counts for this one; null where it counts itself. */
  UUID sameAs;

  protected FeedbackRequest() {}

  FeedbackRequest(
      String externalId, UUID customer, UUID visit, Instant at, String by, Instant now) {
    this.id = Ids.next();
    this.version = 1;
    this.externalId = externalId;
    this.customerId = customer;
    this.visitId = visit;
    this.at = Instants.toMicros(at);
    this.askedBy = by;
    this.recordedAt = Instants.toMicros(now);
  }

  /**
   * Whoever gave the customer the link writes down that they asked: that is one request. It was
   * made with the link at the latest, by which the customer may have answered since.
   */
  void writeDown(FeedbackRequest byHand) {
    externalId = byHand.externalId;
    visitId = byHand.visitId == null ? visitId : byHand.visitId;
    at = byHand.at.isBefore(at) ? byHand.at : at;
    askedBy = byHand.askedBy;
    recordedAt = byHand.recordedAt;
    byLink = false;
  }

  /** The same person was asked by an earlier one; what is written down by hand is written down. */
  void becomePartOf(FeedbackRequest earlier) {
    sameAs = earlier.id;
    earlier.byLink = earlier.byLink && byLink;
    byLink = false;
  }

  SignalChange toChange() {
    FeedbackRequested asked = new FeedbackRequested(id, at);
    return sameAs == null
        ? SignalChange.happened(customerId, SignalSource.FEEDBACK, version, asked)
        : SignalChange.withdrawn(customerId, SignalSource.FEEDBACK, version, asked.key());
  }
}
