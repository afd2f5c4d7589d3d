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
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Commits transactions, with all that is only written then, on a thread of its own: the database
 * writes what one chunk has brought as the processor applies the next.
 */
final class CommitBehind implements AutoCloseable {
  private static final int LONGEST_SECONDS = 60;

  private static final Logger LOG = Logger.getLogger(CommitBehind.class);

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

  /** Waits for what is being committed, so that nobody is answered, or sends again, before. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The commit of a chunk of an import takes long; nobody waits for it any more.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
