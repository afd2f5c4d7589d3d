package io.familiarface.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.familiarface.rest.time.Rfc3339;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;

/** Dates and times are text: a number might be seconds, milliseconds or a mistake. */
final class TextualTemporalDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<String, T> reader;

  private TextualTemporalDeserializer(Class<T> type, Function<String, T> reader) {
    super(type);
    this.reader = reader;
  }

  static SimpleModule module() {
    return new SimpleModule("text-only")
        .addDeserializer(
            Instant.class, new TextualTemporalDeserializer<>(Instant.class, Rfc3339::instant))
        .addDeserializer(
            LocalDate.class, new TextualTemporalDeserializer<>(LocalDate.class, Rfc3339::date))
        .addDeserializer(
            LocalTime.class, new TextualTemporalDeserializer<>(LocalTime.class, Rfc3339::time));
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String given = parser.getText();
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw context.weirdStringException(given, handledType(), "must be text");
    }
    try {
      return reader.apply(given);
    } catch (DateTimeException e) {
      throw context.weirdStringException(given, handledType(), e.getMessage());
    }
  }
}
