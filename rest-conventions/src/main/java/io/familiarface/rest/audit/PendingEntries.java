package io.familiarface.rest.audit;

import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
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
      insert into audit_entry
        (id, actor, action, entity_type, entity_id, person_id, before, after, salt, digest)
      select *, audit_states_digest(salt, before, after) from (
        select *, uuid_send(gen_random_uuid()) as salt from unnest(cast(:auditIds as uuid[]), cast(:auditActors as text[]), cast(:auditActions as text[]),
        cast(:auditTypes as text[]), cast(:auditEntities as uuid[]), cast(:auditPersons as uuid[]),
        cast(:auditBefores as json[]), cast(:auditAfters as json[]))
          as e (id, actor, action, entity_type, entity_id, person_id, before, after)) salted
      """;

  private final TransactionSynchronizationRegistry transaction;
  private final Database database;

  private static final String COLUMNS =
      """
      audit_entry
        (id, actor, action, entity_type, entity_id, person_id, before, after, salt, digest)\
      """;

  PendingEntries(
      LastTrip lastTrip, TransactionSynchronizationRegistry transaction, Database database) {
    super(lastTrip);
    this.transaction = transaction;
    this.database = database;
  }

  void add(AuditEntry entry) {
    if (isActive()) {
      addToTransaction(entry);
    } else if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      RoundTrip trip = database.roundTrip();
      write(List.of(entry), trip);
      trip.send();
    }
    // Else it is being rolled back, and what it changed with it.
  }

  /** An import's: what takes the database longest of an entry is its digest, and arrays of JSON. */
  @Override
  protected boolean writeMany(List<AuditEntry> entries) {
    database.copy(
        new CopiedRows<>(
            COLUMNS,
            entries.stream().map(ProvenEntry::of).toList(),
            List.of(
                proven -> proven.entry().id(),
                proven -> proven.entry().actor(),
                proven -> proven.entry().action(),
                proven -> proven.entry().entityType(),
                proven -> proven.entry().entityId(),
                proven -> proven.entry().personId(),
                proven -> proven.entry().before(),
                proven -> proven.entry().after(),
                ProvenEntry::salt,
                ProvenEntry::digest)));
    return true;
  }

  @Override
  protected void write(List<AuditEntry> entries, RoundTrip trip) {
    trip.update(WRITE)
        .bindColumn("auditIds", entries, AuditEntry::id)
        .bindColumn("auditActors", entries, AuditEntry::actor)
        .bindColumn("auditActions", entries, AuditEntry::action)
        .bindColumn("auditTypes", entries, AuditEntry::entityType)
        .bindColumn("auditEntities", entries, AuditEntry::entityId)
        .bindColumn("auditPersons", entries, AuditEntry::personId)
        .bindColumn("auditBefores", entries, AuditEntry::before)
        .bindColumn("auditAfters", entries, AuditEntry::after);
  }
}
