package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A statement and its values, for a caller who sends it together with others of the same
 * transaction.
 *
 * @param sql with a question mark for each value, and no other question mark
 * @param values texts, and arrays of texts, which the statement casts to what it needs
 */
public record BoundStatement(String sql, List<Object> values) {

  /**
   * A statement about some rows.
   *
   * @param one takes the columns of a single row as texts
   * @param many takes each column of any number of rows as an array of texts
   */
  static <T> BoundStatement of(
      String one, String many, List<T> rows, List<Function<T, Object>> columns) {
    List<Object> values = new ArrayList<>();
    for (var column : columns) {
      var texts = rows.stream().map(column).map(BoundStatement::text).toArray(String[]::new);
      values.add(rows.size() == 1 ? texts[0] : texts);
    }
    return new BoundStatement(rows.size() == 1 ? one : many, values);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  void execute(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var n = 0; n < values.size(); n++) {
        if (values.get(n) instanceof String[] texts) {
          statement.setArray(n + 1, connection.createArrayOf("text", texts));
        } else {
          statement.setString(n + 1, (String) values.get(n));
        }
      }
      statement.execute();
    }
  }
}
