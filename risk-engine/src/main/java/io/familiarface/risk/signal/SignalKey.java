package io.familiarface.risk.signal;

import java.util.Objects;

/**
 * What a signal is about: an entity and an aspect of it. A signal with the same key replaces the
 * older one (a correction), and removing the key withdraws it.
 */
public record SignalKey(String value) implements Comparable<SignalKey> {

  public SignalKey {
    Objects.requireNonNull(value, "value");
  }

  static SignalKey of(String entity, Object id) {
    return new SignalKey(entity + '/' + id);
  }

  static SignalKey of(String entity, Object id, String aspect) {
    return new SignalKey(entity + '/' + id + '/' + aspect);
  }

  @Override
  public int compareTo(SignalKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
