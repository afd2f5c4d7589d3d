package io.familiarface.feedback.sql;

import java.sql.SQLException;

/** Makes one value of one row. */
@FunctionalInterface
public interface RowReader<T> {
  T read(Row row) throws SQLException;
}
