package io.familiarface.rest.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The audit entries of the running transaction, written together just before it commits: an import
 * makes hundreds in one.
 */
@ApplicationScoped
class PendingEntries {
  private static final String WRITE =
      """
      INSERT INTO audit_entry (id, actor, action, entity_type, entity_id, person_id, before, after)
      SELECT id, actor, action, entity_type, entity_id, person_id, before::json, after::json
      FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
        ?::text[]) AS entry (id, actor, action, entity_type, entity_id, person_id, before, after)
      """;

  private static final List<Function<AuditEntry, Object>> COLUMNS =
      List.of(
          AuditEntry::id,
          AuditEntry::actor,
          AuditEntry::action,
          AuditEntry::entityType,
          AuditEntry::entityId,
          AuditEntry::personId,
          AuditEntry::before,
          AuditEntry::after);

  private final TransactionSynchronizationRegistry transaction;
  private final DataSource database;

  PendingEntries(TransactionSynchronizationRegistry transaction, DataSource database) {
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
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(WRITE)) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        var values = entries.stream().map(COLUMNS.get(i)).map(PendingEntries::text);
        statement.setArray(i + 1, connection.createArrayOf("text", values.toArray(String[]::new)));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The audit entries could not be written", e);
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
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
