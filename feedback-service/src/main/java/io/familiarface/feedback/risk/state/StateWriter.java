package io.familiarface.feedback.risk.state;

import io.familiarface.feedback.risk.continuity.RunningCounts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Compact bytes: counts as base-128 varints, times as differences from the last one, each id once
 * and then by its place in a dictionary.
 */
final class StateWriter implements RunningCounts.Store {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final Map<UUID, Integer> seen = new LinkedHashMap<>();
  private long lastTime;

  @Override
  public void count(long value) {
    for (var rest = value; ; rest >>>= 7) {
      if ((rest & ~0x7FL) == 0) {
        out.write((int) rest);
        return;
      }
      out.write((int) (rest & 0x7F | 0x80));
    }
  }

  void time(long micros) {
    var step = micros - lastTime;
    count(step << 1 ^ step >> 63);
    lastTime = micros;
  }

  void number(double value) {
    fixed(Double.doubleToLongBits(value));
  }

  @Override
  public void fixed(long value) {
    for (var shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  /** An id or null. */
  void id(UUID id) {
    if (id == null) {
      count(0);
      return;
    }
    var place = seen.get(id);
    if (place != null) {
      count(place + 2L);
      return;
    }
    seen.put(id, seen.size());
    count(1);
    fixed(id.getMostSignificantBits());
    fixed(id.getLeastSignificantBits());
  }

  void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    out.writeBytes(bytes);
  }

  void choice(Enum<?> value) {
    count(value.ordinal());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
