package io.familiarface.feedback.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The present row of a result, by column name; a NULL is a Java null. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public UUID uuid(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public String text(String column) throws SQLException {
    return result.getString(column);
  }

  public Instant instant(String column) throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public LocalDate date(String column) throws SQLException {
    return result.getObject(column, LocalDate.class);
  }

  public Integer integer(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? null : value;
  }

  public long longNumber(String column) throws SQLException {
    return result.getLong(column);
  }

  public double number(String column) throws SQLException {
    return result.getDouble(column);
  }

  /** Where there may be none. */
  public Double numberIfAny(String column) throws SQLException {
    double value = result.getDouble(column);
    return result.wasNull() ? null : value;
  }

  public BigDecimal decimal(String column) throws SQLException {
    return result.getBigDecimal(column);
  }

  public Boolean bool(String column) throws SQLException {
    boolean value = result.getBoolean(column);
    return result.wasNull() ? null : value;
  }

  public byte[] bytes(String column) throws SQLException {
    return result.getBytes(column);
  }

  public List<String> texts(String column) throws SQLException {
    Array value = result.getArray(column);
    return value == null ? List.of() : List.of((String[]) value.getArray());
  }
}
