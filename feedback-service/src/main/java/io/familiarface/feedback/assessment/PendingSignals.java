package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is told piece by piece in one transaction, and takes it in at once before the
 * transaction commits: an import assesses a customer once for a chunk of lines, not for each line.
 */
@ApplicationScoped
public class PendingSignals {
  private final TransactionManager transactions;
  private final TransactionSynchronizationRegistry transaction;
  private final SignalIngestion ingestion;

  PendingSignals(
      TransactionManager transactions,
      TransactionSynchronizationRegistry transaction,
      SignalIngestion ingestion) {
    this.transactions = transactions;
    this.transaction = transaction;
    this.ingestion = ingestion;
  }

  /**
   * To be called in a transaction before anything of it touches an entity. What the transaction
   * itself has registered, and not interposed, runs in the order in which it was: so this runs
   * before the entities are flushed, for which Hibernate gives its connection back, and before
   * events and audit entries are written, all of which it adds to.
   */
  public void begin() {
    List<SignalChange> changes = new ArrayList<>();
    transaction.putResource(PendingSignals.class, changes);
    ingestBeforeCompletion(changes);
  }

  /** Adds to what is taken in before the running transaction commits. */
  @SuppressWarnings("unchecked")
  public void add(SignalChange change) {
    ((List<SignalChange>) transaction.getResource(PendingSignals.class)).add(change);
  }

  private void ingestBeforeCompletion(List<SignalChange> changes) {
    try {
      transactions.getTransaction().registerSynchronization(new Ingesting(changes));
    } catch (RollbackException | SystemException e) {
      throw new IllegalStateException("The running transaction takes nothing in any more", e);
    }
  }

  private final class Ingesting implements Synchronization {
    private final List<SignalChange> changes;

    Ingesting(List<SignalChange> changes) {
      this.changes = changes;
    }

    @Override
    public void beforeCompletion() {
      if (!changes.isEmpty() && transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
        ingestion.ingest(changes);
      }
    }

    @Override
    public void afterCompletion(int status) {
      // what was rolled back was never told
    }
  }
}
