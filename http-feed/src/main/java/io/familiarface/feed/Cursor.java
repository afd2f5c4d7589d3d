package io.familiarface.feed;

import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A place in a feed, and the id of the event that stands or stood there: {@code
 * 0000000001042::0190e0a5-…}. It stays valid when its event is gone.
 *
 * @param eventId null only at {@link #START}
 * @param epoch the epoch of the feed in which it was read, for a producer to tell whether its
 *     database has been set back since; null if it is not known
 */
public record Cursor(long position, UUID eventId, UUID epoch) implements Comparable<Cursor> {
  /** Before the first event. */
  public static final Cursor START = new Cursor(0, null, null);

  private static final Pattern FORM =
      Pattern.compile("(\\d{13,18})::(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  public Cursor {
    if (position < 0 || (position > 0) != (eventId != null)) {
      throw new IllegalArgumentException("No event has the position " + position);
    }
  }

  public Cursor(long position, UUID eventId) {
    this(position, eventId, null);
  }

  /**
   * The same place, as it was read in this epoch.
   *
   * @param now null to leave it as it is
   */
  public Cursor in(UUID now) {
    return now == null || eventId == null ? this : new Cursor(position, eventId, now);
  }

  /**
   * Reads the {@code lastEventId} of a request.
   *
   * @param text null or empty for the start
   * @throws MalformedCursorException if it is anything but an id that a feed has given
   */
  public static Cursor parse(String text) {
    if (text == null || text.isEmpty()) {
      return START;
    }
    var parts = FORM.matcher(text);
    if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
      throw new MalformedCursorException(text);
    }
    return new Cursor(Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2)));
  }

  @Override
  public int compareTo(Cursor other) {
    return Comparator.comparingLong(Cursor::position).compare(this, other);
  }

  /** The id as it goes over the wire; empty at the start. */
  @Override
  public String toString() {
    return eventId == null ? "" : "%013d::%s".formatted(position, eventId);
  }
}
