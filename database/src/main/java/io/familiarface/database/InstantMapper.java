package io.familiarface.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** By OffsetDateTime: a Timestamp would pass through the zone of the machine. */
final class InstantMapper implements ColumnMapper<Instant> {

  @Override
  public Instant map(ResultSet row, int column, StatementContext context) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
