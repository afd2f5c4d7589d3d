package io.familiarface.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** As the driver has it: JDBI would have it written as text, and read that. */
final class UuidMapper implements ColumnMapper<UUID> {

  @Override
  public UUID map(ResultSet row, int column, StatementContext context) throws SQLException {
    Object value = row.getObject(column);
    return value == null || value instanceof UUID
        ? (UUID) value
        : UUID.fromString(value.toString());
  }
}
