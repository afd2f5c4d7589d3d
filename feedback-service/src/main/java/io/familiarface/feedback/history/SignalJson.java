package io.familiarface.feedback.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Signals as stored documents; a row can be read whatever version of this service wrote it. */
@ApplicationScoped
class SignalJson {
  private final ObjectWriter writer;
  private final Map<SignalKind, ObjectReader> readers = new EnumMap<>(SignalKind.class);

  SignalJson(ObjectMapper mapper) {
    ObjectMapper json =
        mapper
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    this.writer = json.writer();
    for (SignalKind kind : SignalKind.values()) {
      readers.put(kind, json.readerFor(kind.type()));
    }
  }

  String write(Signal signal) {
    try {
      return writer.writeValueAsString(signal);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be stored: " + signal, e);
    }
  }

  Signal read(SignalKind kind, String data) {
    try {
      return readers.get(kind).readValue(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + kind + " cannot be read: " + data, e);
    }
  }
}
