package io.familiarface.rest.audit;

import io.familiarface.database.Database;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/**
 * The audit entries of the running transaction, written together just before it commits: an import
 * makes hundreds in one.
 */
@Singleton
class PendingEntries extends TransactionBuffer<AuditEntry> {
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
    super(transaction);
    this.transaction = transaction;
    this.database = database;
  }

  void add(AuditEntry entry) {
    if (isActive()) {
      addToTransaction(entry);
    } else if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      write(List.of(entry));
    }
    // Else it is being rolled back, and what it changed with it.
  }

  @Override
  protected void write(List<AuditEntry> entries) {
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
}
