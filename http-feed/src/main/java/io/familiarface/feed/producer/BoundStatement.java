package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement and its values, for a caller who sends it together with others of the same
 * transaction.
 *
 * @param sql with a question mark for each value, and no other question mark
 * @param values texts, and arrays of texts, which the statement casts to what it needs
 */
public record BoundStatement(String sql, List<Object> values) {

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
