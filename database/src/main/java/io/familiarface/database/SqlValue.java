package io.familiarface.database;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;

/** A Java value as PostgreSQL's driver takes it. */
final class SqlValue {
  private SqlValue() {}

  static Argument argument(Object value) {
    if (value instanceof Column column) {
      return array("text", column.texts());
    }
    if (value instanceof Collection<?> values) {
      if (values.isEmpty()) {
        // Without an element there is no type to name: PostgreSQL takes that of the column.
        return (position, statement, context) -> statement.setObject(position, "{}", Types.OTHER);
      }
      Object[] elements = values.stream().map(SqlValue::scalar).toArray();
      return array(arrayType(values), elements);
    }
    Object scalar = scalar(value);
    return (position, statement, context) -> statement.setObject(position, scalar);
  }

  /** One text of a column, to be cast; a null has the type of a text as well. */
  static Argument argument(Column column, int row) {
    String text = column.texts()[row];
    return (position, statement, context) -> statement.setObject(position, text, Types.VARCHAR);
  }

  private static Argument array(String type, Object[] elements) {
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
  }

  private static Object scalar(Object value) {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value == null
        || value instanceof String
        || value instanceof UUID
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof byte[]) {
      return value;
    }
    throw new IllegalArgumentException("No SQL type for " + value.getClass().getName());
  }

  /** The type of the first element that is there. */
  private static String arrayType(Collection<?> values) {
    Object first =
        values.stream().filter(Objects::nonNull).findFirst().map(Object.class::cast).orElse("");
    if (first instanceof UUID) {
      return "uuid";
    } else if (first instanceof Instant) {
      return "timestamptz";
    } else if (first instanceof LocalDate) {
      return "date";
    } else if (first instanceof Integer || first instanceof Long) {
      return "bigint";
    } else if (first instanceof BigDecimal) {
      return "numeric";
    } else if (first instanceof Double) {
      return "float8";
    } else if (first instanceof Boolean) {
      return "boolean";
    }
    return "text";
  }
}
