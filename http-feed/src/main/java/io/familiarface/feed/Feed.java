package io.familiarface.feed;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A feed that a service publishes.
 *
 * @param compacted whether only the newest event of each subject is kept, because each carries the
 *     full state of its subject
 */
public record Feed(String name, boolean compacted) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  public Feed {
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A feed's name is lower-case letters and digits: " + name);
    }
  }

  /** A feed of facts; every event is kept. */
  public static Feed ofEvents(String name) {
    return new Feed(name, false);
  }

  /** A feed of full states; an event replaces the earlier ones of its subject. */
  public static Feed ofAggregates(String name) {
    return new Feed(name, true);
  }
}
