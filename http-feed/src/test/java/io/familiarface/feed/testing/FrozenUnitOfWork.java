package io.familiarface.feed.testing;

import io.familiarface.feed.consumer.UnitOfWork;
import java.util.concurrent.CountDownLatch;

/** The transactions of a process that can stand still before the next one begins. */
public final class FrozenUnitOfWork implements UnitOfWork {
  private final UnitOfWork transactions;
  private volatile CountDownLatch thaw = new CountDownLatch(0);

  public FrozenUnitOfWork(UnitOfWork transactions) {
    this.transactions = transactions;
  }

  public void freeze() {
    thaw = new CountDownLatch(1);
  }

  public void thaw() {
    thaw.countDown();
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws Exception {
    thaw.await();
    return transactions.inTransaction(work);
  }
}
