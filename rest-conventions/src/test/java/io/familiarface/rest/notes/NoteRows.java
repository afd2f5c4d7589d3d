package io.familiarface.rest.notes;

import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

@ApplicationScoped
class NoteRows {
  private final DataSource database;

  private final TransactionSynchronizationRegistry transaction;

  NoteRows(DataSource database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** By another thread, which is not in this transaction. */
  void endConnectionAtCommit() {
    int own = number("SELECT pg_backend_pid()");
    atCommit(
        () ->
            CompletableFuture.runAsync(
                    () -> number("SELECT pg_terminate_backend(" + own + ", 10000)::int"))
                .join());
  }

  /** Until its end this transaction has the lock, which somebody else may have first. */
  void lock(int key) {
    number("SELECT 1 FROM (SELECT pg_advisory_xact_lock(" + key + ")) AS locked");
  }

  void lockAtCommit(int key) {
    atCommit(() -> lock(key));
  }

  private void atCommit(Runnable action) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            action.run();
          }

          @Override
          public void afterCompletion(int status) {
            // whatever it was
          }
        });
  }

  private int number(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Note insert(String externalId, String text) {
    UUID id = Ids.next();
    update("INSERT INTO note (id, external_id, text) VALUES (?, ?, ?)", id, externalId, text);
    return new Note(id, externalId, text, 0);
  }

  void setText(UUID id, String text) {
    update("UPDATE note SET text = ?, version = version + 1 WHERE id = ?", text, id);
  }

  Optional<Note> byId(UUID id) {
    return select("SELECT * FROM note WHERE id = ?", id).stream().findFirst();
  }

  Optional<Note> byExternalId(String externalId) {
    return select("SELECT * FROM note WHERE external_id = ?", externalId).stream().findFirst();
  }

  List<Note> after(UUID id, String text, String externalId, int limit) {
    return select(
        """
        SELECT * FROM note
         WHERE (?::uuid IS NULL OR id > ?::uuid) AND (?::text IS NULL OR text = ?::text)
           AND (?::text IS NULL OR external_id = ?::text)
         ORDER BY id LIMIT ?
        """,
        id,
        id,
        text,
        text,
        externalId,
        externalId,
        limit);
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bind(connection, sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Note> select(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bind(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<Note> notes = new ArrayList<>();
      while (rows.next()) {
        notes.add(
            new Note(
                rows.getObject("id", UUID.class),
                rows.getString("external_id"),
                rows.getString("text"),
                rows.getLong("version")));
      }
      return notes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement bind(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
