package io.familiarface.feed;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event that has no position yet.
 *
 * @param subject what it is about; events of one subject keep their order
 * @param time the business time
 * @param data a JSON value; null if and only if the subject is deleted
 */
public record NewEvent(
    String feed, UUID id, String type, String subject, Instant time, String data) {
  public NewEvent {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
  }

  public static NewEvent of(String feed, String type, String subject, Instant time, String data) {
    if (data == null || data.isBlank() || data.equals("null")) {
      throw new IllegalArgumentException("An event that deletes nothing has data: " + type);
    }
    return new NewEvent(feed, UUID.randomUUID(), type, subject, time, data);
  }

  /** Tells readers to forget the subject ({@code "method":"DELETE"}). */
  public static NewEvent deletion(String feed, String type, String subject, Instant time) {
    return new NewEvent(feed, UUID.randomUUID(), type, subject, time, null);
  }

  public boolean deleted() {
    return data == null;
  }
}
