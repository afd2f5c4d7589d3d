package io.familiarface.jobs.listing;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One row of a native query, read by column name. */
public record Row(Tuple tuple) {

  public UUID uuid(String column) {
    return tuple.get(column, UUID.class);
  }

  public String text(String column) {
    return tuple.get(column, String.class);
  }

  public Boolean bool(String column) {
    return tuple.get(column, Boolean.class);
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    String name = text(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  public long number(String column) {
    return tuple.get(column, Number.class).longValue();
  }

  public long numberOrZero(String column) {
    Number value = tuple.get(column, Number.class);
    return value == null ? 0 : value.longValue();
  }

  public BigDecimal decimal(String column) {
    return tuple.get(column, BigDecimal.class);
  }

  public Instant instant(String column) {
    Object value = tuple.get(column);
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return value instanceof OffsetDateTime at ? at.toInstant() : (Instant) value;
  }

  public LocalDate date(String column) {
    Object value = tuple.get(column);
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
