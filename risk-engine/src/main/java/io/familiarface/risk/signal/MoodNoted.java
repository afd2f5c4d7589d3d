package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Somebody spoke with the customer and wrote down how they felt. */
public record MoodNoted(UUID interactionId, Instant at, Mood mood) implements Signal {

  public MoodNoted {
    Objects.requireNonNull(interactionId, "interactionId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(mood, "mood");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.MOOD_NOTED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("mood", interactionId);
  }
}
