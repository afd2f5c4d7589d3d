package io.familiarface.feedback.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real clock, which a test may put forward. */
public final class SettableClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  static Clock clock() {
    return new SettableClock();
  }

  public static void putForward(Duration by) {
    ahead = ahead.plus(by);
  }

  /** What the service takes the time to be. */
  public static Instant present() {
    return Instant.now().plus(ahead);
  }

  public static void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.systemUTC().withZone(zone);
  }

  @Override
  public Instant instant() {
    return present();
  }
}
