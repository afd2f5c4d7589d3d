package io.familiarface.feed.testing;

import io.familiarface.feed.consumer.JdbcUnitOfWork;
import io.familiarface.feed.consumer.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * The transactions of a process that is killed at a random moment: before a statement, before the
 * commit, or after it and before anybody knows. What is dead does nothing any more.
 */
public final class MortalUnitOfWork implements UnitOfWork {
  private final UnitOfWork transactions;
  private final BooleanSupplier fate;
  private final CountDownLatch death = new CountDownLatch(1);

  /**
   * @param fate asked again and again; true kills
   */
  public MortalUnitOfWork(DataSource unpooled, BooleanSupplier fate) {
    this.transactions = new JdbcUnitOfWork(unpooled);
    this.fate = fate;
  }

  public boolean isDead() {
    return death.getCount() == 0;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws Exception {
    stayDead();
    var result =
        transactions.inTransaction(
            connection -> {
              var done = work.with(mortal(connection));
              meetFate(connection);
              return done;
            });
    meetFate(null);
    return result;
  }

  private Connection mortal(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              meetFate(connection);
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void meetFate(Connection connection) throws SQLException {
    stayDead();
    if (fate.getAsBoolean()) {
      death.countDown();
      if (connection != null) {
        // As the server sees it when a process is gone.
        connection.abort(Runnable::run);
      }
      stayDead();
    }
  }

  private void stayDead() {
    if (isDead()) {
      throw new IllegalStateException("killed");
    }
  }
}
