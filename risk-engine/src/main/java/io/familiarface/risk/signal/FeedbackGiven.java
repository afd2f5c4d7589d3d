package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The customer said what they think: csat 1 to 5, nps 0 to 10, effort 1 (easy) to 7 (hard), each
 * null when not said.
 */
public record FeedbackGiven(
    UUID feedbackId, Instant at, UUID visitId, Integer csat, Integer nps, Integer effort)
    implements Signal {

  public FeedbackGiven {
    Objects.requireNonNull(feedbackId, "feedbackId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.FEEDBACK_GIVEN;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("feedback", feedbackId);
  }
}
