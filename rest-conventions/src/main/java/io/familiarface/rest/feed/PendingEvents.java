package io.familiarface.rest.feed;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.producer.BoundStatement;
import io.familiarface.feed.producer.FeedWriter;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of the running transaction. They are written together just before it commits, which
 * keeps the time short in which others wait for the same subject.
 */
@Singleton
class PendingEvents extends TransactionBuffer<NewEvent> {
  private final ServedFeeds served;
  private final Database database;

  PendingEvents(LastTrip lastTrip, ServedFeeds served, Database database) {
    super(lastTrip);
    this.served = served;
    this.database = database;
  }

  void add(NewEvent event) {
    if (!isActive()) {
      throw new IllegalStateException("Events are published in a transaction: " + event.type());
    }
    addToTransaction(event);
  }

  @Override
  protected void write(List<NewEvent> events, RoundTrip trip) {
    FeedWriter writer = served.writer();
    List<BoundStatement> statements =
        new ArrayList<>(writer.appending(events.stream().filter(e -> !e.deleted()).toList()));
    events.stream().filter(NewEvent::deleted).map(writer::erasing).forEach(statements::addAll);
    statements.forEach(statement -> trip.update(statement.sql(), statement.values()));
  }

  @Override
  protected boolean writeMany(List<NewEvent> events) {
    if (events.stream().anyMatch(NewEvent::deleted)) {
      return false;
    }
    FeedWriter writer = served.writer();
    RoundTrip trip = database.roundTrip();
    BoundStatement locking = writer.locking(events);
    trip.update(locking.sql(), locking.values());
    trip.send();
    database.copy(writer.copying(events));
    return true;
  }

  /** Everybody who tells of the same subject. */
  @Override
  protected boolean makesOthersWait() {
    return true;
  }

  @Override
  protected void committed() {
    served.wake();
  }
}
