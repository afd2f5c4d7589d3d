package io.familiarface.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalTimeDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;

/** Dates and times are text: a number might be seconds, milliseconds or a mistake. */
final class TextOnly<T extends Temporal> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Reader<T> reader;

  private interface Reader<T> {
    T read(JsonParser parser, DeserializationContext context) throws IOException;
  }

  private TextOnly(Class<T> type, Reader<T> reader) {
    super(type);
    this.reader = reader;
  }

  static SimpleModule module() {
    return new SimpleModule("text-only")
        .addDeserializer(
            Instant.class, new TextOnly<>(Instant.class, InstantDeserializer.INSTANT::deserialize))
        .addDeserializer(
            LocalDate.class,
            new TextOnly<>(LocalDate.class, LocalDateDeserializer.INSTANCE::deserialize))
        .addDeserializer(
            LocalTime.class,
            new TextOnly<>(LocalTime.class, LocalTimeDeserializer.INSTANCE::deserialize));
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
      String given = parser.getText();
      throw context.weirdStringException(given, handledType(), "must be text");
    }
    return reader.read(parser, context);
  }
}
