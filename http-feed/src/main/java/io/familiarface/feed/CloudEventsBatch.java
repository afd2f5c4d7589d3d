package io.familiarface.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as {@value #MEDIA_TYPE} (CloudEvents 1.0), written and read as a stream. */
public final class CloudEventsBatch {
  public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

  /** No single event that we write comes near this; a longer one is somebody's mistake. */
  private static final int LONGEST_EVENT = 16 * 1024 * 1024;

  /** In bytes; what is longer is to be read in parts. */
  public static final long LONGEST_BATCH = 128L * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_EVENT).build())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private CloudEventsBatch() {}

  public static void write(OutputStream out, List<FeedEvent> events) throws IOException {
    try (var json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (var event : events) {
        write(json, event);
      }
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, FeedEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", event.cursor().toString());
    json.writeStringField("source", event.source());
    json.writeStringField("type", event.type());
    json.writeStringField("subject", event.subject());
    json.writeStringField("time", event.time().toString());
    if (event.deleted()) {
      json.writeStringField("method", "DELETE");
    } else {
      json.writeStringField("datacontenttype", "application/json");
      json.writeFieldName("data");
      json.writeRawValue(event.data());
    }
    json.writeEndObject();
  }

  /**
   * Reads a batch; attributes that we don't know are passed over.
   *
   * @param atMost more events than this are refused
   * @param longest so many bytes at most
   * @throws BatchTooLargeException if it is longer, or if a text in it is beyond all measure; names
   *     the first event, when that is too long by itself
   * @throws IOException if it is not a batch of events with positions that rise
   */
  public static List<FeedEvent> read(InputStream in, int atMost, long longest) throws IOException {
    Map<String, String> first = new HashMap<>();
    try (var json = JSON.createParser(new BoundedStream(in, longest))) {
      return read(json, atMost, first);
    } catch (StreamConstraintsException e) {
      throw new BatchTooLargeException("An event is too large to be read.", e, tooLong(first));
    } catch (BatchTooLargeException e) {
      throw new BatchTooLargeException(e.getMessage(), e, tooLong(first));
    }
  }

  /**
   * @param first takes the attributes of the first event, for as long as only that is being read
   */
  private static List<FeedEvent> read(JsonParser json, int atMost, Map<String, String> first)
      throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new IOException("A feed answers with a JSON array of events.");
    }
    var events = new ArrayList<FeedEvent>();
    var last = 0L;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      var attributes = events.isEmpty() ? first : new HashMap<String, String>();
      var event = readEvent(json, attributes);
      if (event.position() <= last) {
        throw new IOException("The positions do not rise at " + event.cursor());
      }
      if (events.size() == atMost) {
        throw new IOException("The feed sent more than the %d events asked for.".formatted(atMost));
      }
      last = event.position();
      events.add(event);
      first.clear();
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new IOException("The batch of events is cut off or holds something else.");
    }
    return events;
  }

  private static FeedEvent readEvent(JsonParser json, Map<String, String> attributes)
      throws IOException {
    String data = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.equals("data")) {
        data = value == JsonToken.VALUE_NULL ? null : rawValue(json);
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        attributes.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    if ((data == null) != isDeletion(attributes)) {
      throw new IOException(
          "Event %s has no data, or is a DELETE with data.".formatted(attributes.get("id")));
    }
    return event(attributes, data);
  }

  private static boolean isDeletion(Map<String, String> attributes) {
    return "DELETE".equals(attributes.get("method"));
  }

  /** The event whose attributes came before the data that is too long; null if not all did. */
  private static FeedEvent tooLong(Map<String, String> attributes) {
    try {
      return event(attributes, null);
    } catch (IOException e) {
      return null;
    }
  }

  private static FeedEvent event(Map<String, String> attributes, String data) throws IOException {
    try {
      var cursor = Cursor.parse(required(attributes, "id"));
      return new FeedEvent(
          cursor.position(),
          cursor.eventId(),
          required(attributes, "source"),
          required(attributes, "type"),
          required(attributes, "subject"),
          instant(required(attributes, "time")),
          isDeletion(attributes),
          data);
    } catch (MalformedCursorException | DateTimeParseException e) {
      throw new IOException("An event of the feed can't be read: " + e.getMessage(), e);
    }
  }

  private static Instant instant(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  private static String required(Map<String, String> attributes, String name) throws IOException {
    var value = attributes.get(name);
    if (value == null || value.isEmpty()) {
      throw new IOException("An event of the feed has no \"%s\".".formatted(name));
    }
    return value;
  }

  private static String rawValue(JsonParser json) throws IOException {
    var text = new StringWriter();
    try (var copy = JSON.createGenerator(text)) {
      var depth = 0;
      do {
        depth += json.currentToken().isStructStart() ? 1 : 0;
        copy.copyCurrentEventExact(json);
        depth -= json.currentToken().isStructEnd() ? 1 : 0;
      } while (depth > 0 && json.nextToken() != null);
    }
    return text.toString();
  }
}
