package io.familiarface.feedback.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feed.FeedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Events as the neighbours write them. */
public final class Events {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Events() {}

  public static Told told(
      String feed, String type, UUID subject, Instant time, Map<String, Object> data) {
    try {
      return new Told(
          feed,
          new FeedEvent(
              1,
              UUID.randomUUID(),
              "test",
              "io.familiarface." + type,
              subject.toString(),
              time,
              false,
              JSON.writeValueAsString(data)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Told erased(String feed, String type, UUID subject, Instant time) {
    return new Told(
        feed,
        new FeedEvent(
            1,
            UUID.randomUUID(),
            "test",
            "io.familiarface." + type,
            subject.toString(),
            time,
            true,
            null));
  }

  /** A JSON object of names and values in turn; instants and ids become text. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      boolean text = value instanceof Instant || value instanceof UUID;
      object.put((String) namesAndValues[i], text ? value.toString() : value);
    }
    return object;
  }
}
