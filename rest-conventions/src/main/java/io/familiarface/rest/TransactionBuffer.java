package io.familiarface.rest;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what one transaction adds piece by piece, and writes it together just before the commit.
 * What is added while the transaction is completing already, by something else that waited for the
 * end, is written at once: nothing that was added is left behind.
 */
public abstract class TransactionBuffer<T> {
  private final TransactionSynchronizationRegistry transaction;

  protected TransactionBuffer(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** Writes all of these in the running transaction. */
  protected abstract void write(List<T> added);

  /** Called once the transaction has committed. */
  protected void committed() {}

  /** Whether a transaction runs that may still commit. */
  protected final boolean isActive() {
    return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  /** Adds to the running transaction, which must be active. */
  protected final void addToTransaction(T one) {
    Pending pending = ofThisTransaction();
    if (pending.completing) {
      write(List.of(one));
    } else {
      pending.added.add(one);
    }
  }

  private Pending ofThisTransaction() {
    @SuppressWarnings("unchecked")
    Pending pending = (Pending) transaction.getResource(getClass());
    if (pending == null) {
      pending = new Pending();
      transaction.putResource(getClass(), pending);
      transaction.registerInterposedSynchronization(pending);
    }
    return pending;
  }

  private final class Pending implements Synchronization {
    private final List<T> added = new ArrayList<>();
    private boolean completing;

    @Override
    public void beforeCompletion() {
      completing = true;
      write(added);
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        committed();
      }
    }
  }
}
