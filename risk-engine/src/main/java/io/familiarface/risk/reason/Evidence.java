package io.familiarface.risk.reason;

import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.util.UUID;

/**
 * What a reason rests on.
 *
 * @param type {@code visit}, {@code promise}, {@code complaint}, {@code feedback}, {@code
 *     interaction}, {@code request}, {@code surprise}, {@code invoice}, {@code customer} or {@code
 *     agreement}
 */
public record Evidence(String type, UUID id, Instant at) {

  /**
   * @param micros the instant in {@link EpochMicros}
   */
  public static Evidence of(String type, UUID id, long micros) {
    return new Evidence(type, id, EpochMicros.instant(micros));
  }
}
