package io.familiarface.feed.consumer;

import java.sql.Connection;

/**
 * How to run something in one database transaction of its own (READ COMMITTED). All that a handler
 * does to the database has to be part of that same transaction.
 */
@FunctionalInterface
public interface UnitOfWork {
  /** Commits when the work returns, and rolls back when it throws. */
  <T> T inTransaction(Work<T> work) throws Exception;

  /** What is done in the transaction; must leave commit, rollback and close to others. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws Exception;
  }
}
