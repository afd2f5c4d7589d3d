package io.familiarface.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * An event at its place in a feed.
 *
 * @param time the business time
 * @param deleted whether the subject is to be forgotten ({@code "method":"DELETE"})
 * @param data a JSON value; null when deleted
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

  public Cursor cursor() {
    return new Cursor(position, id);
  }
}
