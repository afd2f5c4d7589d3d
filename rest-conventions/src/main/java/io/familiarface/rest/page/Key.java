package io.familiarface.rest.page;

import io.familiarface.rest.Uuids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The sort key of the last row of a page: what the next page starts after.
 *
 * <p>The readers throw {@link IllegalArgumentException} for a key that was tampered with; the page
 * request turns that into a 400.
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
    try {
      return Instant.parse(text(i));
    } catch (java.time.format.DateTimeParseException e) {
      throw InvalidKey.problem();
    }
  }

  public UUID uuid(int i) {
    return Uuids.parse(text(i)).orElseThrow(InvalidKey::problem);
  }

  public BigDecimal number(int i) {
    try {
      return new BigDecimal(text(i));
    } catch (NumberFormatException e) {
      throw InvalidKey.problem();
    }
  }
}
