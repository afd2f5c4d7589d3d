package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.Change;
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
public class NewsOfTransaction {
  private final TransactionSynchronizationRegistry transaction;
  private final TakingNews news;

  NewsOfTransaction(TransactionSynchronizationRegistry transaction, TakingNews news) {
    this.transaction = transaction;
    this.news = news;
  }

  public void add(Change change) {
    @SuppressWarnings("unchecked")
    List<Change> changes = (List<Change>) transaction.getResource(NewsOfTransaction.class);
    if (changes == null) {
      changes = new ArrayList<>();
      transaction.putResource(NewsOfTransaction.class, changes);
      transaction.registerInterposedSynchronization(new AtTheEnd(changes));
    }
    changes.add(change);
  }

  private final class AtTheEnd implements Synchronization {
    private final List<Change> changes;

    AtTheEnd(List<Change> changes) {
      this.changes = changes;
    }

    @Override
    public void beforeCompletion() {
      if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
        news.take(changes);
      }
    }

    @Override
    public void afterCompletion(int status) {
      // what was rolled back was never told
    }
  }
}
