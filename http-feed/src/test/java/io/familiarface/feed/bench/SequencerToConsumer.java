package io.familiarface.feed.bench;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.consumer.ConsumerSettings;
import io.familiarface.feed.consumer.FeedConsumer;
import io.familiarface.feed.consumer.HttpFeedSource;
import io.familiarface.feed.consumer.JdbcUnitOfWork;
import io.familiarface.feed.consumer.Subscription;
import io.familiarface.feed.consumer.UnitOfWork;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Producer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The whole way: over HTTP into another service's database, read when that has committed. */
final class SequencerToConsumer implements Numbering {
  private final Numbering sequencer;
  private final FeedDatabase consumerDatabase;
  private final FeedServer server;
  private final FeedConsumer consumer;
  private final List<UUID> inTransaction = new ArrayList<>();
  private final LinkedBlockingQueue<List<UUID>> applied = new LinkedBlockingQueue<>();

  SequencerToConsumer(Producer producer, FeedDatabase consumerDatabase) throws IOException {
    this.sequencer = new Sequencer(producer);
    this.consumerDatabase = consumerDatabase;
    this.server = new FeedServer(producer.poll);
    var source = new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> "");
    this.consumer =
        new FeedConsumer(
            new Subscription(Producer.VISITS, source, (event, delivery) -> seen(event)),
            stampedAfterCommit(new JdbcUnitOfWork(consumerDatabase.dataSource())),
            ConsumerSettings.DEFAULT);
    consumer.start();
  }

  private void seen(FeedEvent event) {
    inTransaction.add(event.id());
  }

  private UnitOfWork stampedAfterCommit(UnitOfWork transactions) {
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Work<T> work) throws Exception {
        var result = transactions.inTransaction(work);
        if (!inTransaction.isEmpty()) {
          applied.add(List.copyOf(inTransaction));
          inTransaction.clear();
        }
        return result;
      }
    };
  }

  @Override
  public UUID append(Connection connection, String subject, String data) throws SQLException {
    return sequencer.append(connection, subject, data);
  }

  @Override
  public void committed() {
    sequencer.committed();
  }

  @Override
  public List<UUID> read() throws Exception {
    var ids = applied.poll(100, TimeUnit.MILLISECONDS);
    return ids == null ? List.of() : ids;
  }

  @Override
  public void close() {
    consumer.close();
    server.close();
    consumerDatabase.close();
    sequencer.close();
  }
}
