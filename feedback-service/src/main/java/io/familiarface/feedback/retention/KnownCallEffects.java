package io.familiarface.feedback.retention;

import io.familiarface.feedback.followup.CallEffects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What calling is known to change, counted anew every ten minutes: it takes months to change. */
@ApplicationScoped
class KnownCallEffects implements CallEffects {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final ReadingEffect reading;
  private final Clock clock;
  private volatile Counted last;

  KnownCallEffects(ReadingEffect reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  private record Counted(Instant at, Gains gains) {}

  @Override
  public Gains gains() {
    Instant now = clock.instant();
    Counted known = last;
    if (known == null || Duration.between(known.at, now).abs().compareTo(GOOD_FOR) > 0) {
      known = new Counted(now, CallGains.of(reading.rows()));
      last = known;
    }
    return known.gains;
  }
}
