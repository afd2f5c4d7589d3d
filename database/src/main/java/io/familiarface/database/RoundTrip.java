package io.familiarface.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements sent together: PostgreSQL answers a chain of them in one round trip, which is most of
 * what a small request costs. The parameters belong to the trip and are shared by its statements.
 * Each statement sees what those before it changed.
 *
 * <p>Outside a transaction of the container all of them are one transaction of the database.
 */
public final class RoundTrip {
  private static final String PLAN_ONCE =
      "select set_config('plan_cache_mode', 'force_generic_plan', true)";
  private static final String PLAN_AS_USUAL = "select set_config('plan_cache_mode', 'auto', true)";

  private final StatementRunner runner;
  private final List<Sent<?>> statements = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private boolean plannedOnce;

  RoundTrip(StatementRunner runner) {
    this.runner = runner;
  }

  /**
   * Binds a parameter that any of the statements may name; values as {@link Statement#bind} takes
   * them.
   *
   * @throws IllegalArgumentException when the name stands for something else already
   */
  public RoundTrip bind(String name, Object value) {
    if (queries.containsKey(name)
        || parameters.containsKey(name) && !Objects.equals(parameters.get(name), value)) {
      throw twoValues(name);
    }
    parameters.put(name, value);
    return this;
  }

  /** Binds one column of a batch as texts, for {@code unnest(cast(:name as type[]))}. */
  public <T> RoundTrip bindColumn(String name, Collection<T> rows, Function<T, Object> value) {
    return bind(name, Column.of(rows, value));
  }

  /**
   * Binds a parameter to the one value that a query finds, null if it finds none. For what is known
   * by another key only: the statements need not wait until somebody has looked it up.
   *
   * @param sql may name other parameters
   * @throws IllegalArgumentException when the name stands for something else already
   */
  public RoundTrip bindQuery(String name, String sql) {
    String known = queries.putIfAbsent(name, sql);
    if (parameters.containsKey(name) || known != null && !known.equals(sql)) {
      throw twoValues(name);
    }
    return this;
  }

  private static IllegalArgumentException twoValues(String name) {
    return new IllegalArgumentException("Two values for :" + name);
  }

  /** Adds a query, without a semicolon; it is answered when all are sent. */
  public <T> Rows<T> query(String sql, Class<T> type) {
    Rows<T> rows = new Rows<>();
    statements.add(new Sent<>(sql, type, rows));
    return rows;
  }

  /** Adds a change, without a semicolon; its rows, if it returns any, are not read. */
  public RoundTrip update(String sql) {
    statements.add(new Sent<>(sql, null, null));
    return this;
  }

  /**
   * Adds a change that was made elsewhere, with question marks for its own values.
   *
   * @param sql without any other question mark
   * @param values as {@link Statement#bind} takes them, or arrays of texts
   */
  public RoundTrip update(String sql, List<?> values) {
    StringBuilder named = new StringBuilder();
    int end = 0;
    for (Object value : values) {
      int mark = sql.indexOf('?', end);
      String name = "value" + parameters.size();
      named.append(sql, end, mark).append(':').append(name);
      bind(name, value instanceof String[] texts ? new Column(texts) : value);
      end = mark + 1;
    }
    return update(named.append(sql.substring(end)).toString());
  }

  /**
   * Adds all that another trip would send, which is then not to be sent itself.
   *
   * @throws IllegalArgumentException when a name stands for two things
   */
  public RoundTrip join(RoundTrip other) {
    statements.addAll(other.statements);
    other.parameters.forEach(this::bind);
    other.queries.forEach(this::bindQuery);
    plannedOnce |= other.plannedOnce;
    return this;
  }

  /**
   * Has the statements of this trip planned once for a connection, by plans that fit any values:
   * PostgreSQL takes an array that it doesn't know for ten rows, finds the plan for the one row
   * that it was sent cheaper, and makes that anew each time, which takes longer than the statement.
   * Not for statements whose values decide which index to go by.
   */
  public RoundTrip planOnce() {
    plannedOnce = true;
    return this;
  }

  /** Sends everything that was added, if anything was. */
  public void send() {
    if (statements.isEmpty()) {
      return;
    }
    if (plannedOnce) {
      statements.add(0, new Sent<>(PLAN_ONCE, null, null));
      statements.add(new Sent<>(PLAN_AS_USUAL, null, null));
    }
    Map<String, String> written = new LinkedHashMap<>();
    queries.forEach((name, query) -> written.put(name, "(" + query + ")"));
    Map<String, Object> bound = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          String literal = literal(value);
          if (literal == null) {
            bound.put(name, value);
          } else {
            written.put(name, literal);
          }
        });
    var text =
        new SqlText(statements.stream().map(Sent::sql).toList(), written, SqlText.single(bound));
    runner.run(
        text,
        bound,
        0,
        answered -> {
          read(answered);
          return null;
        });
  }

  /**
   * What has no type of its own is written into the statement; null for anything else. The driver
   * would have to ask for the type, and from then on wait before each statement of the chain.
   */
  private static String literal(Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Collection<?> values && values.isEmpty() ? "'{}'" : null;
  }

  private void read(PreparedStatement answered) throws SQLException {
    for (Sent<?> sent : statements) {
      try (ResultSet rows = answered.getResultSet()) {
        sent.read(rows, runner);
      }
      answered.getMoreResults();
    }
  }

  private record Sent<T>(String sql, Class<T> type, Rows<T> rows) {
    void read(ResultSet result, StatementRunner runner) throws SQLException {
      if (rows != null) {
        rows.found = runner.rows(result, type, Integer.MAX_VALUE);
      }
    }
  }

  /** What a query found, once the round trip has been sent. */
  public static final class Rows<T> {
    private List<T> found;

    private Rows() {}

    public List<T> all() {
      if (found == null) {
        throw new IllegalStateException("Not sent yet");
      }
      return found;
    }

    /** The one row of a query that always has one. */
    public T one() {
      if (all().size() != 1) {
        throw new IllegalStateException("Not one row but " + found.size());
      }
      return found.get(0);
    }

    /** The first row; empty if there is none. */
    public Optional<T> first() {
      return all().stream().findFirst();
    }
  }
}
