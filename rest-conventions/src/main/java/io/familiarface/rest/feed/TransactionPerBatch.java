package io.familiarface.rest.feed;

import io.familiarface.feed.consumer.UnitOfWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import javax.sql.DataSource;

/** Events are applied in a JTA transaction, so that repositories and entities can be used. */
@ApplicationScoped
class TransactionPerBatch implements UnitOfWork {
  private final DataSource database;

  TransactionPerBatch(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws Exception {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                try (Connection connection = database.getConnection()) {
                  return work.with(connection);
                }
              });
    } catch (QuarkusTransactionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
