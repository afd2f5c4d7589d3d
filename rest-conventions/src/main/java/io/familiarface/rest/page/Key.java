package io.familiarface.rest.page;

import io.familiarface.rest.Uuids;
import io.familiarface.rest.time.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The sort key of the last row of a page: what the next page starts after.
 *
 * <p>A part is read as what the list wrote it from; a key that was tampered with, so that a part is
 * of another type or out of range, is a 400.
 */
public record Key(List<String> parts) {
  public Key {
    parts = List.copyOf(parts);
  }

  public static Key of(Object... parts) {
    return new Key(Arrays.stream(parts).map(String::valueOf).toList());
  }

  public String text(int i) {
    if (i >= parts.size()) {
      throw InvalidKey.problem();
    }
    return parts.get(i);
  }

  public Instant instant(int i) {
    return read(i, Rfc3339::instant);
  }

  public LocalDate date(int i) {
    return read(i, Rfc3339::date);
  }

  public UUID uuid(int i) {
    return Uuids.parse(text(i)).orElseThrow(InvalidKey::problem);
  }

  public boolean flag(int i) {
    String text = text(i);
    if (!text.equals("true") && !text.equals("false")) {
      throw InvalidKey.problem();
    }
    return text.equals("true");
  }

  public long whole(int i) {
    return read(i, Long::parseLong);
  }

  /** A finite number. */
  public double number(int i) {
    double number = read(i, Double::parseDouble);
    if (!Double.isFinite(number)) {
      throw InvalidKey.problem();
    }
    return number;
  }

  private <T> T read(int i, Function<String, T> reader) {
    try {
      return reader.apply(text(i));
    } catch (DateTimeException | NumberFormatException e) {
      throw InvalidKey.problem();
    }
  }
}
