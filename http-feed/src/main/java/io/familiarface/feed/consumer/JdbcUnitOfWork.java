package io.familiarface.feed.consumer;

import javax.sql.DataSource;

/** Transactions of plain JDBC. */
public record JdbcUnitOfWork(DataSource dataSource) implements UnitOfWork {
  @Override
  public <T> T inTransaction(Work<T> work) throws Exception {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.with(connection);
        connection.commit();
        return result;
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
