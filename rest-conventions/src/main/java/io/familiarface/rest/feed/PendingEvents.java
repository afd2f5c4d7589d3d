package io.familiarface.rest.feed;

import io.familiarface.feed.NewEvent;
import io.familiarface.feed.producer.FeedWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The events of the running transaction. They are written together just before it commits, which
 * keeps the time short in which others wait for the same subject.
 */
@ApplicationScoped
class PendingEvents {
  private final TransactionSynchronizationRegistry transaction;
  private final DataSource database;
  private final ServedFeeds served;

  PendingEvents(
      TransactionSynchronizationRegistry transaction, DataSource database, ServedFeeds served) {
    this.transaction = transaction;
    this.database = database;
    this.served = served;
  }

  void add(NewEvent event) {
    if (PublishingSuppressed.isActive()) {
      return;
    }
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("Events are published in a transaction: " + event.type());
    }
    @SuppressWarnings("unchecked")
    List<NewEvent> events = (List<NewEvent>) transaction.getResource(PendingEvents.class);
    if (events == null) {
      events = new ArrayList<>();
      transaction.putResource(PendingEvents.class, events);
      transaction.registerInterposedSynchronization(new AtTheEnd(events));
    }
    events.add(event);
  }

  private final class AtTheEnd implements Synchronization {
    private final List<NewEvent> events;

    AtTheEnd(List<NewEvent> events) {
      this.events = events;
    }

    @Override
    public void beforeCompletion() {
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
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        served.wake();
      }
    }
  }
}
