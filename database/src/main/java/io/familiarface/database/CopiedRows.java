package io.familiarface.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Many rows for one table, by PostgreSQL's COPY: it takes them with less work on both sides than
 * any insert. Constraints and triggers see them as they see any row.
 *
 * @param into the table with its columns, such as {@code visit (id, state)}
 * @param columns the value of each column: null, or what becomes its text by {@code toString}; a
 *     collection becomes an array, bytes a {@code bytea}
 */
public record CopiedRows<T>(
    String into, Collection<T> rows, List<Function<? super T, Object>> columns) {
  private static final int SENT_AT_ONCE = 1 << 16;

  /** Writes the rows in the running transaction. */
  void write(Connection connection) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s from stdin".formatted(into));
    try {
      StringBuilder text = new StringBuilder(SENT_AT_ONCE + SENT_AT_ONCE / 8);
      for (T row : rows) {
        append(row, text);
        if (text.length() >= SENT_AT_ONCE) {
          send(text, copy);
        }
      }
      send(text, copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(StringBuilder text, CopyIn copy) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private void append(T row, StringBuilder text) {
    char end = '\t';
    for (int i = 0; i < columns.size(); i++) {
      if (i == columns.size() - 1) {
        end = '\n';
      }
      Object value = columns.get(i).apply(row);
      if (value instanceof byte[] bytes) {
        text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      } else {
        append(Column.text(value), text);
      }
      text.append(end);
    }
  }

  private static void append(String value, StringBuilder text) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
