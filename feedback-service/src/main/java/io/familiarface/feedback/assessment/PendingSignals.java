package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is told piece by piece in one transaction, and takes it in at once before the
 * transaction commits: an import assesses a customer once for a chunk of lines, not for each line.
 */
@ApplicationScoped
public class PendingSignals {
  private final TransactionSynchronizationRegistry transaction;
  private final SignalIngestion ingestion;

  PendingSignals(TransactionSynchronizationRegistry transaction, SignalIngestion ingestion) {
    this.transaction = transaction;
    this.ingestion = ingestion;
  }

  public void add(SignalChange change) {
    @SuppressWarnings("unchecked")
    List<SignalChange> changes = (List<SignalChange>) transaction.getResource(PendingSignals.class);
    if (changes == null) {
      changes = new ArrayList<>();
      transaction.putResource(PendingSignals.class, changes);
      transaction.registerInterposedSynchronization(new AtTheEnd(changes));
    }
    changes.add(change);
  }

  private final class AtTheEnd implements Synchronization {
    private final List<SignalChange> changes;

    AtTheEnd(List<SignalChange> changes) {
      this.changes = changes;
    }

    @Override
    public void beforeCompletion() {
      if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
        ingestion.ingest(changes);
      }
    }

    @Override
    public void afterCompletion(int status) {
      // what was rolled back was never told
    }
  }
}
