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
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads what another service, or an earlier version of this one, has written: a time that nobody
 * would be allowed to say here becomes the first or the last that can be, and what is none is left
 * out, so that one bad fact stops nothing.
 */
public final class TolerantTimes {
  private static final Logger LOG = Logger.getLogger(TolerantTimes.class);

  private TolerantTimes() {}

  /** For a copy of the mapper of requests, whose readers it replaces. */
  public static SimpleModule module() {
    return new SimpleModule("tolerant-times")
        .addDeserializer(
            Instant.class, new Tolerant<>(Instant.class, Rfc3339::instant, TolerantTimes::clamped))
        .addDeserializer(
            LocalDate.class, new Tolerant<>(LocalDate.class, Rfc3339::date, TolerantTimes::day));
  }

  private static Instant clamped(String text) {
    return Rfc3339.nearest(
        text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
  }

  private static LocalDate day(String text) {
    return Rfc3339.nearest(LocalDate.parse(text));
  }

  private static final class Tolerant<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> strict;
    private final transient Function<String, T> nearest;

    Tolerant(Class<T> type, Function<String, T> strict, Function<String, T> nearest) {
      super(type);
      this.strict = strict;
      this.nearest = nearest;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        LOG.warnf("%s is no time and is left out", parser.currentName());
        parser.skipChildren();
        return null;
      }
      String text = parser.getText();
      try {
        return strict.apply(text);
      } catch (DateTimeException outOfRange) {
        return nearest(parser, text);
      }
    }

    private T nearest(JsonParser parser, String text) throws IOException {
      try {
        T read = nearest.apply(text);
        LOG.warnf("%s lies outside of 1900 to 9999 and is read as %s", parser.currentName(), read);
        return read;
      } catch (DateTimeException e) {
        LOG.warnf("%s is no time and is left out", parser.currentName());
        return null;
      }
    }
  }
}
