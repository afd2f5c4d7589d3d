package io.familiarface.risk.state;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.SignalKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compact bytes: counts as base-128 varints, times as differences from the last one, each id once
 * and then by its place in a dictionary.
 */
final class StateWriter {

  static final double SECONDS_PER_DAY = 86_400;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final Map<UUID, Integer> seen = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private long lastTime;

  void count(long value) {
    for (var rest = value; ; rest >>>= 7) {
      if ((rest & ~0x7FL) == 0) {
        out.write((int) rest);
        return;
      }
      out.write((int) (rest & 0x7F | 0x80));
    }
  }

  void time(long micros) {
    count(step(micros));
  }

  /** A time or 0 for none, which takes one byte. */
  void timeOrNone(long micros) {
    count(micros == 0 ? 0 : step(micros) + 1);
  }

  /** Most things happen at whole seconds, which takes three bytes less. */
  private long step(long micros) {
    var step = micros - lastTime;
    lastTime = micros;
    return step % EpochMicros.PER_SECOND == 0
        ? zigzag(step / EpochMicros.PER_SECOND) << 1
        : zigzag(step) << 1 | 1;
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  /** Days, which are whole seconds for nearly every rule. */
  void days(double days) {
    var seconds = Math.round(days * SECONDS_PER_DAY);
    if (seconds > 0 && seconds / SECONDS_PER_DAY == days) {
      count(seconds);
    } else {
      count(0);
      number(days);
    }
  }

  void number(double value) {
    fixed(Double.doubleToLongBits(value));
  }

  void single(float value) {
    var bits = Float.floatToIntBits(value);
    for (var shift = 24; shift >= 0; shift -= 8) {
      out.write(bits >>> shift);
    }
  }

  void fixed(long value) {
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

  /** Text that comes more than once is written once. */
  void text(String text) {
    var place = texts.indexOf(text);
    count(place + 1L);
    if (place >= 0) {
      return;
    }
    texts.add(text);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    out.writeBytes(bytes);
  }

  /** A key is made of words and of ids, most of which are named elsewhere too. */
  void key(SignalKey key) {
    var parts = key.value().split("/");
    count(parts.length);
    for (var part : parts) {
      var isId = part.length() == 36;
      count(isId ? 1 : 0);
      if (isId) {
        id(UUID.fromString(part));
      } else {
        text(part);
      }
    }
  }

  void choice(Enum<?> value) {
    count(value.ordinal());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
