package io.familiarface.feed.bench;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.testing.Producer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the services run: the sequencer numbers what has committed. */
final class Sequencer implements Numbering {
  private final Producer producer;
  private Cursor last = Cursor.START;

  Sequencer(Producer producer) {
    this.producer = producer;
  }

  @Override
  public UUID append(Connection connection, String subject, String data) throws SQLException {
    var event = Producer.visit(subject, data);
    producer.writer.append(connection, List.of(event));
    return event.id();
  }

  @Override
  public void committed() {
    producer.sequencer.wake();
  }

  @Override
  public List<UUID> read() throws Exception {
    var page =
        producer
            .poll
            .poll(Producer.VISITS, last, Duration.ofMillis(100), 1000)
            .toCompletableFuture()
            .get();
    if (!page.events().isEmpty()) {
      last = page.events().get(page.events().size() - 1).cursor();
    }
    return page.events().stream().map(FeedEvent::id).toList();
  }

  @Override
  public void close() {
    producer.close();
  }
}
