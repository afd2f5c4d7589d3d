package io.familiarface.rest.feed;

import io.familiarface.feed.NewEvent;
import io.familiarface.feed.producer.FeedWriter;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The events of the running transaction. They are written together just before it commits, which
 * keeps the time short in which others wait for the same subject.
 */
@Singleton
class PendingEvents extends TransactionBuffer<NewEvent> {
  private final DataSource database;
  private final ServedFeeds served;

  PendingEvents(
      TransactionSynchronizationRegistry transaction, DataSource database, ServedFeeds served) {
    super(transaction);
    this.database = database;
    this.served = served;
  }

  void add(NewEvent event) {
    if (!isActive()) {
      throw new IllegalStateException("Events are published in a transaction: " + event.type());
    }
    addToTransaction(event);
  }

  @Override
  protected void write(List<NewEvent> events) {
    FeedWriter writer = served.writer();
    try (Connection connection = database.getConnection()) {
      writer.append(connection, events.stream().filter(e -> !e.deleted()).toList());
      for (NewEvent deletion : events.stream().filter(NewEvent::deleted).toList()) {
        writer.erase(connection, deletion);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The events of this transaction cannot be written", e);
    }
  }

  @Override
  protected void committed() {
    served.wake();
  }
}
