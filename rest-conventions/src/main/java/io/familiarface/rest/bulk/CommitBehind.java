package io.familiarface.rest.bulk;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Commits transactions, with all that is only written then, on a thread of its own: the database
 * writes what one chunk has brought as the processor applies the next.
 */
final class CommitBehind implements AutoCloseable {
  private final TransactionManager transactions;
  private final ManagedContext requests = Arc.container().requestContext();
  // A thread of its own: one of a pool that imports may use up would never come.
  private final ExecutorService thread = Executors.newSingleThreadExecutor(CommitBehind::thread);

  CommitBehind(TransactionManager transactions) {
    this.transactions = transactions;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "import-commits");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Takes the transaction of this thread away, and commits it after those that were given before.
   */
  Future<?> commit() throws SystemException {
    Transaction transaction = transactions.suspend();
    ContextState request = requests.getStateIfActive();
    return thread.submit(
        () -> {
          if (request != null) {
            requests.activate(request);
          }
          try {
            transactions.resume(transaction);
            transactions.commit();
          } finally {
            if (request != null) {
              requests.deactivate();
            }
          }
          return null;
        });
  }

  /** Nothing may be left to commit. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
