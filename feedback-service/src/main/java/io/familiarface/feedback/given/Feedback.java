package io.familiarface.feedback.given;

import io.familiarface.feedback.history.Change;
import io.familiarface.feedback.history.Source;
import io.familiarface.risk.signal.FeedbackGiven;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a customer said, at its newest revision. */
record Feedback(
    UUID id,
    String externalId,
    UUID customerId,
    UUID visitId,
    Instant at,
    FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    String text,
    String recordedBy,
    Instant recordedAt,
    long revision) {

  Feedback {
    at = at.truncatedTo(ChronoUnit.MICROS);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The same words told again; a new revision only where they differ. */
  Feedback replacing(Feedback before) {
    Feedback same = with(before.id, before.recordedBy, before.recordedAt, before.revision);
    return same.equals(before)
        ? before
        : with(before.id, before.recordedBy, before.recordedAt, before.revision + 1);
  }

  Change toChange() {
    return Change.happened(
        customerId,
        Source.FEEDBACK,
        revision,
        new FeedbackGiven(id, at, visitId, csat, nps, effort));
  }

  private Feedback with(UUID sameId, String by, Instant since, long version) {
    return new Feedback(
        sameId,
        externalId,
        customerId,
        visitId,
        at,
        kind,
        csat,
        nps,
        effort,
        text,
        by,
        since,
        version);
  }
}
