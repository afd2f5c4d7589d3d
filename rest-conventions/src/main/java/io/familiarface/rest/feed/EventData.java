package io.familiarface.rest.feed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.feed.FeedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads the data of events tolerantly: a producer may add fields and enum values at any time. */
@ApplicationScoped
public class EventData {
  private final ObjectReader reader;

  EventData(ObjectMapper mapper) {
    this.reader =
        mapper
            .reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
  }

  /** The data as this reader's own record of it; null for a deletion. */
  public <T> T of(FeedEvent event, Class<T> type) {
    if (event.deleted()) {
      return null;
    }
    try {
      return reader.readValue(event.data(), type);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          event.type() + " at " + event.cursor() + " is not readable: " + e.getMessage(), e);
    }
  }
}
