package io.familiarface.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row to any record by its canonical constructor. */
final class RecordMapperFactory implements RowMapperFactory {
  private final Map<Class<?>, RowMapper<?>> known = new ConcurrentHashMap<>();

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    Class<?> raw = GenericTypes.getErasedType(type);
    return raw.isRecord()
        ? Optional.of(
            known.computeIfAbsent(
                raw, any -> new RecordMapper<>(ConstructorMapper.of(canonical(any)))))
        : Optional.empty();
  }

  private static Constructor<?> canonical(Class<?> type) {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(components);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its constructor: " + type, e);
    }
  }

  /**
   * Remembers how the columns of each result fit the constructor: JDBI would find it out anew with
   * every statement, which costs several times what the statement does.
   */
  private static final class RecordMapper<T> implements RowMapper<T> {
    private final RowMapper<T> any;
    private final List<Fitted<T>> known = new CopyOnWriteArrayList<>();

    RecordMapper(RowMapper<T> any) {
      this.any = any;
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
      return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet row, StatementContext context) throws SQLException {
      ResultSetMetaData columns = row.getMetaData();
      for (Fitted<T> one : known) {
        if (one.fits(columns)) {
          return one.mapper;
        }
      }
      RowMapper<T> fitting = any.specialize(row, context);
      known.add(new Fitted<>(columns(columns), fitting));
      return fitting;
    }

    private static List<String> columns(ResultSetMetaData row) throws SQLException {
      List<String> columns = new ArrayList<>(row.getColumnCount());
      for (int n = 1; n <= row.getColumnCount(); n++) {
        columns.add(row.getColumnLabel(n));
      }
      return columns;
    }
  }

  private record Fitted<T>(List<String> columns, RowMapper<T> mapper) {
    boolean fits(ResultSetMetaData row) throws SQLException {
      if (row.getColumnCount() != columns.size()) {
        return false;
      }
      for (int n = 1; n <= columns.size(); n++) {
        if (!columns.get(n - 1).equals(row.getColumnLabel(n))) {
          return false;
        }
      }
      return true;
    }
  }
}
