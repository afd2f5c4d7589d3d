package io.familiarface.risk.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970: what PostgreSQL keeps, in one long. */
public final class EpochMicros {

  public static final long PER_SECOND = 1_000_000L;
  public static final long PER_DAY = 86_400 * PER_SECOND;

  private EpochMicros() {}

  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public static double days(long from, long to) {
    return (to - from) / (double) PER_DAY;
  }

  public static long plusDays(long micros, double days) {
    return micros + Math.round(days * PER_DAY);
  }
}
