package io.familiarface.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Sends statements by JDBC. JDBI finds the parameters in them and maps what they answer; a
 * statement of its own would copy all of its configuration twice and find out each time how rows
 * are mapped.
 */
final class StatementRunner {
  /** More than a service has: what is put together of conditions has many forms. */
  private static final int TEXTS_KEPT = 1_000;

  private final DataSource source;
  private final Jdbi jdbi;
  private final Map<SqlText, Parsed> parsed = new ConcurrentHashMap<>();
  private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

  /** Mappers ask it for the configuration alone, which never changes: one will do for all. */
  private volatile StatementContext context;

  StatementRunner(DataSource source, Jdbi jdbi) {
    this.source = source;
    this.jdbi = jdbi;
  }

  /**
   * @param sql with question marks
   * @param names what each of them stands for, in order
   * @param asValues columns of a single row of which the value is bound
   */
  private record Parsed(
      String sql, List<String> names, Set<String> distinct, Set<String> asValues) {
    static Parsed of(ParsedSql sql, Set<String> asValues) {
      List<String> names = List.copyOf(sql.getParameters().getParameterNames());
      return new Parsed(sql.getSql(), names, Set.copyOf(names), asValues);
    }

    Argument argument(String name, Object value) {
      return asValues.contains(name)
          ? SqlValue.argument((Column) value, 0)
          : SqlValue.argument(value);
    }
  }

  /** Reads what a statement answered. */
  interface Reader<T> {
    T read(PreparedStatement answered) throws SQLException;
  }

  /**
   * Sends statements in one round trip.
   *
   * @param values by the names of the parameters, as {@link Statement#bind} takes them; each must
   *     be named
   * @param fetched so many rows are held at a time; 0 for all
   */
  <T> T run(SqlText text, Map<String, ?> values, int fetched, Reader<T> reader) {
    StatementContext shared = context();
    Parsed sql = parsed(text);
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.sql)) {
      bind(statement, sql, values);
      if (fetched > 0) {
        statement.setFetchSize(fetched);
      }
      statement.execute();
      return reader.read(statement);
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, shared);
    }
  }

  private Parsed parsed(SqlText text) {
    Parsed known = parsed.get(text);
    if (known == null) {
      SqlText.Joined joined = text.joined();
      known =
          Parsed.of(
              jdbi.getConfig(SqlStatements.class).getSqlParser().parse(joined.sql(), context),
              joined.asValues());
      if (parsed.size() >= TEXTS_KEPT) {
        parsed.clear();
      }
      parsed.put(text, known);
    }
    return known;
  }

  private void bind(PreparedStatement statement, Parsed sql, Map<String, ?> values)
      throws SQLException {
    if (!sql.distinct.equals(values.keySet())) {
      throw mismatch(sql, values);
    }
    Map<String, Argument> arguments = new HashMap<>();
    int position = 1;
    for (String name : sql.names) {
      arguments
          .computeIfAbsent(name, once -> sql.argument(once, values.get(once)))
          .apply(position++, statement, context);
    }
  }

  private static RuntimeException mismatch(Parsed sql, Map<String, ?> values) {
    Set<String> missing = new HashSet<>(sql.distinct);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      return new UnableToCreateStatementException("Nothing is bound to :" + missing);
    }
    Set<String> unused = new HashSet<>(values.keySet());
    unused.removeAll(sql.distinct);
    return new UnableToCreateStatementException("Bound, but not named: " + unused);
  }

  /** The rows from the next one on, each mapped to the type. */
  <T> List<T> rows(ResultSet result, Class<T> type, int atMost) throws SQLException {
    List<T> rows = new ArrayList<>();
    if (result.next()) {
      RowMapper<T> mapper = mapper(result, type);
      do {
        rows.add(mapper.map(result, context));
      } while (rows.size() < atMost && result.next());
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private <T> RowMapper<T> mapper(ResultSet result, Class<T> type) throws SQLException {
    RowMapper<T> any =
        (RowMapper<T>)
            mappers.computeIfAbsent(type, each -> context.findMapperFor(each).orElseThrow());
    return any.specialize(result, context);
  }

  /** The same, one after the other. */
  <T> void forEach(ResultSet result, Class<T> type, Consumer<T> action) throws SQLException {
    if (result.next()) {
      RowMapper<T> mapper = mapper(result, type);
      do {
        action.accept(mapper.map(result, context));
      } while (result.next());
    }
  }

  private StatementContext context() {
    if (context == null) {
      context = jdbi.withHandle(handle -> handle.createQuery("").getContext());
    }
    return context;
  }
}
