package io.familiarface.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalTimeDeserializer;
import io.familiarface.rest.time.FourDigitYears;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.function.UnaryOperator;

/** Dates and times are text: a number might be seconds, milliseconds or a mistake. */
final class TextualTemporalDeserializer<T extends Temporal> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Reader<T> reader;
  private final transient UnaryOperator<T> bounds;

  private interface Reader<T> {
    T read(JsonParser parser, DeserializationContext context) throws IOException;
  }

  private TextualTemporalDeserializer(Class<T> type, Reader<T> reader, UnaryOperator<T> bounds) {
    super(type);
    this.reader = reader;
    this.bounds = bounds;
  }

  static SimpleModule module() {
    return new SimpleModule("text-only")
        .addDeserializer(
            Instant.class,
            new TextualTemporalDeserializer<>(
                Instant.class, InstantDeserializer.INSTANT::deserialize, FourDigitYears::of))
        .addDeserializer(
            LocalDate.class,
            new TextualTemporalDeserializer<>(
                LocalDate.class, LocalDateDeserializer.INSTANCE::deserialize, FourDigitYears::of))
        .addDeserializer(
            LocalTime.class,
            new TextualTemporalDeserializer<>(
                LocalTime.class,
                LocalTimeDeserializer.INSTANCE::deserialize,
                UnaryOperator.identity()));
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
      throw context.weirdStringException(parser.getText(), handledType(), "must be text");
    }
    String given = parser.getText();
    try {
      return bounds.apply(reader.read(parser, context));
    } catch (DateTimeException e) {
      throw context.weirdStringException(given, handledType(), e.getMessage());
    }
  }
}
