package io.familiarface.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One SQL statement with its parameters. */
public final class Statement {
  private final StatementRunner runner;
  private final String sql;
  private final Map<String, Object> values = new HashMap<>();

  Statement(StatementRunner runner, String sql) {
    this.runner = runner;
    this.sql = sql;
  }

  /**
   * Binds a parameter: null, text, numbers, booleans, bytes, {@code UUID}, {@code Instant} ({@code
   * timestamptz}), {@code LocalDate}, an enum by its name, or a collection of one of these, which
   * becomes an array for {@code = any(:ids)}.
   *
   * @throws IllegalArgumentException for any other type
   */
  public Statement bind(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Binds one column of a batch as texts, for {@code unnest(cast(:name as type[]))}. */
  public <T> Statement bindColumn(String name, Collection<T> rows, Function<T, Object> value) {
    return bind(name, Column.of(rows, value));
  }

  /** All rows, each mapped to the type. */
  public <T> List<T> list(Class<T> type) {
    return rows(0, rows -> runner.rows(rows, type, Integer.MAX_VALUE));
  }

  /** The first row, if there is one; a first row that is one NULL counts as none. */
  public <T> Optional<T> first(Class<T> type) {
    List<T> rows = rows(0, result -> runner.rows(result, type, 1));
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /** The one row of a statement that always has one, such as a count. */
  public <T> T one(Class<T> type) {
    List<T> rows = list(type);
    if (rows.size() != 1) {
      throw new IllegalStateException("Not one row but " + rows.size());
    }
    return rows.get(0);
  }

  /** Whether there is any row at all. */
  public boolean exists() {
    return rows(0, ResultSet::next);
  }

  /**
   * Reads row after row in bounded memory; needs a running transaction.
   *
   * @param fetched so many rows are held at a time
   */
  public <T> void forEach(Class<T> type, int fetched, Consumer<T> action) {
    rows(
        fetched,
        rows -> {
          runner.forEach(rows, type, action);
          return null;
        });
  }

  /** Runs a change and answers how many rows it touched. */
  public int update() {
    return runner.run(SqlText.of(sql, values), values, 0, PreparedStatement::getUpdateCount);
  }

  private <T> T rows(int fetched, RowsReader<T> reader) {
    return runner.run(
        SqlText.of(sql, values),
        values,
        fetched,
        answered -> {
          try (ResultSet rows = answered.getResultSet()) {
            return reader.read(rows);
          }
        });
  }

  private interface RowsReader<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
