package io.familiarface.rest.page;

import io.familiarface.rest.Ref;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.Excerpt;
import io.familiarface.rest.text.Texts;
import io.familiarface.rest.time.Rfc3339;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the values of query parameters strictly and names the one that cannot be read; JAX-RS alone
 * would answer 404 and leave the caller to guess.
 */
@Provider
public class QueryValues implements ParamConverterProvider {

  /** How a type is read, and what it looks like. */
  private record Reading(Function<String, Object> read, String form) {}

  private static final Map<Class<?>, Reading> READINGS =
      Map.ofEntries(
          Map.entry(
              Instant.class,
              new Reading(
                  QueryValues::instant,
                  "an instant such as 2025-01-06T09:00:00Z, or a date such as 2025-01-06")),
          Map.entry(LocalDate.class, new Reading(QueryValues::date, "a date such as 2025-01-06")),
          Map.entry(
              java.util.UUID.class,
              new Reading(t -> Uuids.parse(t).orElseThrow(), "an id (a UUID)")),
          Map.entry(
              Ref.class,
              new Reading(QueryValues::ref, "an id (a UUID), or ext: and an external id")),
          Map.entry(Boolean.class, new Reading(QueryValues::truth, "true or false")),
          Map.entry(boolean.class, new Reading(QueryValues::truth, "true or false")),
          Map.entry(Integer.class, new Reading(Integer::valueOf, "a whole number")),
          Map.entry(int.class, new Reading(Integer::valueOf, "a whole number")),
          Map.entry(Long.class, new Reading(Long::valueOf, "a whole number")),
          Map.entry(long.class, new Reading(Long::valueOf, "a whole number")),
          Map.entry(Double.class, new Reading(QueryValues::finite, "a number")),
          Map.entry(double.class, new Reading(QueryValues::finite, "a number")),
          Map.entry(BigDecimal.class, new Reading(QueryValues::decimal, "a number")));

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    String name = nameIn(annotations);
    Reading reading =
        type == String.class ? ofText(name) : type.isEnum() ? ofEnum(type) : READINGS.get(type);
    return name == null || reading == null ? null : new Strict<>(name, reading);
  }

  private static String nameIn(Annotation[] annotations) {
    if (annotations == null) {
      return null;
    }
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      }
    }
    return null;
  }

  /** A name or an external id is looked for in the form in which it is kept. */
  private static Reading ofText(String name) {
    if (name == null) {
      return null;
    }
    if (name.toLowerCase(Locale.ROOT).endsWith("externalid")) {
      return new Reading(Texts::externalId, "an external id, all of which can be seen");
    }
    return name.endsWith("name") || name.equals("branch") ? new Reading(Texts::name, "text") : null;
  }

  private static Reading ofEnum(Class<?> type) {
    Map<String, Object> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), c -> c));
    String choice =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "));
    return new Reading(
        text -> {
          if (!byName.containsKey(text)) {
            throw new NoSuchElementException(text);
          }
          return byName.get(text);
        },
        "one of " + choice);
  }

  /** A plain date is the start of that day where the company is. */
  private static Object instant(String text) {
    if (!text.toUpperCase(Locale.ROOT).contains("T")) {
      ZoneId zone = ConfigProvider.getConfig().getValue("familiar.company.time-zone", ZoneId.class);
      return date(text).atStartOfDay(zone).toInstant();
    }
    return Rfc3339.instant(text);
  }

  private static LocalDate date(String text) {
    return Rfc3339.date(text);
  }

  private static Object ref(String text) {
    boolean external = text.startsWith("ext:") && text.length() > 4;
    return external ? Ref.fromString(text) : Ref.of(Uuids.parse(text).orElseThrow());
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      // "0" is what JAX-RS passes for a boolean that was not given.
      case "false", "0" -> false;
      default -> throw new NoSuchElementException(text);
    };
  }

  /** Few characters can stand for more digits than there is memory. */
  private static Object decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs(number.scale()) > 100) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static Object finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private record Strict<T>(String name, Reading reading) implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      if (text == null) {
        return null;
      }
      try {
        return (T) reading.read().apply(text);
      } catch (DateTimeException | NoSuchElementException | IllegalArgumentException e) {
        throw CommonProblem.INVALID_REQUEST.at(
            "?" + name,
            "'"
                + Excerpt.of(text)
                + "' is not a value for '"
                + name
                + "': it is "
                + reading.form()
                + ".");
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
