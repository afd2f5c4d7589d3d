package io.familiarface.rest.testing.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feed.FeedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An event as another service publishes it, and the feed it comes by. */
public record NeighbourEvent(String feed, FeedEvent event) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param type without its namespace
   * @param data JSON; null for the deletion of an erased subject
   */
  public static NeighbourEvent of(
      String feed, String type, UUID subject, Instant time, String data) {
    String fullType = "io.familiarface." + type;
    return new NeighbourEvent(
        feed,
        new FeedEvent(
            1, UUID.randomUUID(), "test", fullType, subject.toString(), time, data == null, data));
  }

  public static NeighbourEvent of(
      String feed, String type, UUID subject, Instant time, Map<String, Object> data) {
    try {
      return of(feed, type, subject, time, JSON.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static NeighbourEvent erased(String feed, String type, UUID subject, Instant time) {
    return of(feed, type, subject, time, (String) null);
  }

  /** A contract example such as {@code jobs/visit.completed}, as its producer's test asserts it. */
  public static JsonNode contract(String name) {
    try (var example = NeighbourEvent.class.getResourceAsStream("/contracts/" + name + ".json")) {
      return JSON.readTree(example);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
