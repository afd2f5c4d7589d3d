package io.familiarface.rest.audit;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit entries of the running transaction, written together just before it commits: an import
 * makes hundreds in one.
 */
@ApplicationScoped
class PendingEntries {
  private static final String WRITE =
      """
      insert into audit_entry (id, actor, action, entity_type, entity_id, person_id, before, after)
      select * from unnest(cast(:ids as uuid[]), cast(:actors as text[]), cast(:actions as text[]),
        cast(:types as text[]), cast(:entities as uuid[]), cast(:persons as uuid[]),
        cast(:befores as json[]), cast(:afters as json[]))
      """;

  private final TransactionSynchronizationRegistry transaction;
  private final Database database;

  PendingEntries(TransactionSynchronizationRegistry transaction, Database database) {
    this.transaction = transaction;
    this.database = database;
  }

  void add(AuditEntry entry) {
    switch (transaction.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION -> write(List.of(entry));
      case Status.STATUS_ACTIVE -> ofThisTransaction().add(entry);
      default -> {
        // It is being rolled back, and what it changed with it.
      }
    }
  }

  private List<AuditEntry> ofThisTransaction() {
    @SuppressWarnings("unchecked")
    List<AuditEntry> entries = (List<AuditEntry>) transaction.getResource(PendingEntries.class);
    if (entries == null) {
      entries = new ArrayList<>();
      transaction.putResource(PendingEntries.class, entries);
      transaction.registerInterposedSynchronization(new AtTheEnd(entries));
    }
    return entries;
  }

  private void write(List<AuditEntry> entries) {
    database
        .sql(WRITE)
        .bindColumn("ids", entries, AuditEntry::id)
        .bindColumn("actors", entries, AuditEntry::actor)
        .bindColumn("actions", entries, AuditEntry::action)
        .bindColumn("types", entries, AuditEntry::entityType)
        .bindColumn("entities", entries, AuditEntry::entityId)
        .bindColumn("persons", entries, AuditEntry::personId)
        .bindColumn("befores", entries, AuditEntry::before)
        .bindColumn("afters", entries, AuditEntry::after)
        .update();
  }

  private final class AtTheEnd implements Synchronization {
    private final List<AuditEntry> entries;

    AtTheEnd(List<AuditEntry> entries) {
      this.entries = entries;
    }

    @Override
    public void beforeCompletion() {
      write(entries);
    }

    @Override
    public void afterCompletion(int status) {
      // Nothing is held that the end of the transaction does not end.
    }
  }
}
