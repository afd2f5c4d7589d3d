package io.familiarface.risk.state;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.SignalKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what {@link StateWriter} wrote. */
final class StateReader {

  private final ByteBuffer in;
  private final List<UUID> seen = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private long lastTime;

  StateReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  long big() {
    var value = 0L;
    for (var shift = 0; ; shift += 7) {
      var next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int count() {
    return Math.toIntExact(big());
  }

  long time() {
    return after(big());
  }

  /** 0 for none. */
  long timeOrNone() {
    var next = big();
    return next == 0 ? 0 : after(next - 1);
  }

  private long after(long written) {
    var zigzag = written >>> 1;
    var step = zigzag >>> 1 ^ -(zigzag & 1);
    lastTime += (written & 1) == 0 ? step * EpochMicros.PER_SECOND : step;
    return lastTime;
  }

  double days() {
    var seconds = big();
    return seconds == 0 ? number() : seconds / StateWriter.SECONDS_PER_DAY;
  }

  double number() {
    return in.getDouble();
  }

  float single() {
    return in.getFloat();
  }

  UUID id() {
    var place = count();
    if (place == 0) {
      return null;
    }
    if (place > 1) {
      return seen.get(place - 2);
    }
    var id = new UUID(in.getLong(), in.getLong());
    seen.add(id);
    return id;
  }

  String text() {
    var place = count();
    if (place > 0) {
      return texts.get(place - 1);
    }
    var bytes = new byte[count()];
    in.get(bytes);
    texts.add(new String(bytes, StandardCharsets.UTF_8));
    return texts.get(texts.size() - 1);
  }

  SignalKey key() {
    var parts = new String[count()];
    for (var i = 0; i < parts.length; i++) {
      parts[i] = count() == 1 ? id().toString() : text();
    }
    return new SignalKey(String.join("/", parts));
  }

  <E> E choice(E[] values) {
    return values[count()];
  }
}
