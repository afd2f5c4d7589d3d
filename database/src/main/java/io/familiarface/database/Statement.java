package io.familiarface.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** One SQL statement with its parameters. */
public final class Statement {
  private final Jdbi jdbi;
  private final String sql;
  private final List<Binding> bindings = new ArrayList<>();

  Statement(Jdbi jdbi, String sql) {
    this.jdbi = jdbi;
    this.sql = sql;
  }

  record Binding(String name, Object value) {
    static void all(List<Binding> bindings, SqlStatement<?> statement) {
      bindings.forEach(binding -> statement.bind(binding.name, SqlValue.argument(binding.value)));
    }
  }

  /**
   * Binds a parameter: null, text, numbers, booleans, bytes, {@code UUID}, {@code Instant} ({@code
   * timestamptz}), {@code LocalDate}, an enum by its name, or a collection of one of these, which
   * becomes an array for {@code = any(:ids)}.
   *
   * @throws IllegalArgumentException for any other type
   */
  public Statement bind(String name, Object value) {
    bindings.add(new Binding(name, value));
    return this;
  }

  /** Binds one column of a batch as texts, for {@code unnest(cast(:name as type[]))}. */
  public <T> Statement bindColumn(String name, Collection<T> rows, Function<T, Object> value) {
    return bind(name, Column.of(rows, value));
  }

  /** All rows, each mapped to the type. */
  public <T> List<T> list(Class<T> type) {
    return query(query -> query.mapTo(type).list());
  }

  /** The first row, if there is one; a first row that is one NULL counts as none. */
  public <T> Optional<T> first(Class<T> type) {
    return query(query -> query.mapTo(type).findFirst());
  }

  /** The one row of a statement that always has one, such as a count. */
  public <T> T one(Class<T> type) {
    return query(query -> query.mapTo(type).one());
  }

  /** Whether there is any row at all. */
  public boolean exists() {
    return query(query -> query.mapToMap().iterator().hasNext());
  }

  /**
   * Reads row after row in bounded memory; needs a running transaction.
   *
   * @param fetched so many rows are held at a time
   */
  public <T> void forEach(Class<T> type, int fetched, Consumer<T> action) {
    query(
        query -> {
          query.setFetchSize(fetched).mapTo(type).forEach(action);
          return null;
        });
  }

  /** Runs a change and answers how many rows it touched. */
  public int update() {
    return jdbi.withHandle(
        handle -> {
          try (Update update = handle.createUpdate(sql)) {
            Binding.all(bindings, update);
            return update.execute();
          }
        });
  }

  private <T> T query(Function<Query, T> answer) {
    return jdbi.withHandle(
        handle -> {
          try (Query query = handle.createQuery(sql)) {
            Binding.all(bindings, query);
            return answer.apply(query);
          }
        });
  }
}
