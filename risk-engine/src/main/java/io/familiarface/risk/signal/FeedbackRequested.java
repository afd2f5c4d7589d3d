package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** We asked the customer what they think. Any later feedback answers it. */
public record FeedbackRequested(UUID requestId, Instant at) implements Signal {

  public FeedbackRequested {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.FEEDBACK_REQUESTED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("request", requestId);
  }
}
