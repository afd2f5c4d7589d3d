package io.familiarface.rest.audit;

import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HexFormat;
import java.util.List;

/**
 * The audit entries of the running transaction, written together just before it commits: an import
 * makes hundreds in one.
 */
@Singleton
class PendingEntries extends TransactionBuffer<AuditEntry> {
  private static final String COLUMNS =
      """
      audit_entry
        (id, actor, action, entity_type, entity_id, person_id, before, after, salt, digest)\
      """;

  /** Most transactions have one, and arrays cost the database more than its row. */
  private static final String WRITE_ONE =
      """
      insert into %s
      values (:auditEntry, :auditActor, :auditAction, :auditType, :auditEntity, :auditPerson,
        cast(:auditBefore as json), cast(:auditAfter as json), :auditSalt, :auditDigest)
      """
          .formatted(COLUMNS);

  private static final String WRITE =
      """
      insert into %s
      select * from unnest(cast(:auditIds as uuid[]), cast(:auditActors as text[]),
        cast(:auditActions as text[]), cast(:auditTypes as text[]),
        cast(:auditEntities as uuid[]), cast(:auditPersons as uuid[]),
        cast(:auditBefores as json[]), cast(:auditAfters as json[]),
        cast(:auditSalts as bytea[]), cast(:auditDigests as bytea[]))
      """
          .formatted(COLUMNS);

  private final TransactionSynchronizationRegistry transaction;
  private final Database database;

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

  /** An import's: the database takes long for arrays of JSON. */
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
    if (entries.size() == 1) {
      writeOne(ProvenEntry.of(entries.get(0)), trip);
      return;
    }
    List<ProvenEntry> proven = entries.stream().map(ProvenEntry::of).toList();
    trip.update(WRITE)
        .bindColumn("auditIds", entries, AuditEntry::id)
        .bindColumn("auditActors", entries, AuditEntry::actor)
        .bindColumn("auditActions", entries, AuditEntry::action)
        .bindColumn("auditTypes", entries, AuditEntry::entityType)
        .bindColumn("auditEntities", entries, AuditEntry::entityId)
        .bindColumn("auditPersons", entries, AuditEntry::personId)
        .bindColumn("auditBefores", entries, AuditEntry::before)
        .bindColumn("auditAfters", entries, AuditEntry::after)
        .bindColumn("auditSalts", proven, one -> bytea(one.salt()))
        .bindColumn("auditDigests", proven, one -> bytea(one.digest()));
  }

  private static void writeOne(ProvenEntry proven, RoundTrip trip) {
    AuditEntry entry = proven.entry();
    trip.update(WRITE_ONE)
        .bind("auditEntry", entry.id())
        .bind("auditActor", entry.actor())
        .bind("auditAction", entry.action())
        .bind("auditType", entry.entityType())
        .bind("auditEntity", entry.entityId())
        .bind("auditPerson", entry.personId())
        .bind("auditBefore", entry.before())
        .bind("auditAfter", entry.after())
        .bind("auditSalt", proven.salt())
        .bind("auditDigest", proven.digest());
  }

  private static String bytea(byte[] bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }
}
