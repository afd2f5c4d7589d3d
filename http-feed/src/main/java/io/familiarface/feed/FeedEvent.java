package io.familiarface.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * An event at its place in a feed.
 *
 * @param time the business time
 * @param deleted whether the subject is to be forgotten ({@code "method":"DELETE"})
 * @param data a JSON value; null when deleted, or when it is too long for its reader
 */
public record FeedEvent(
    long position,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    boolean deleted,
    String data) {

  /** Whether it has data that could not be read. */
  public boolean tooLong() {
    return data == null && !deleted;
  }

  public Cursor cursor() {
    return new Cursor(position, id);
  }
}
