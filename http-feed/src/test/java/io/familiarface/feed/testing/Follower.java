package io.familiarface.feed.testing;

import io.familiarface.feed.consumer.ConsumerSettings;
import io.familiarface.feed.consumer.FeedConsumer;
import io.familiarface.feed.consumer.FeedHandler;
import io.familiarface.feed.consumer.FeedSource;
import io.familiarface.feed.consumer.JdbcUnitOfWork;
import io.familiarface.feed.consumer.Subscription;
import io.familiarface.feed.consumer.UnitOfWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service, in any number of copies, that keeps a tally of the feed {@code visits}. */
public final class Follower implements AutoCloseable {
  /** Impatient, so that tests are quick. */
  public static final ConsumerSettings SETTINGS =
      new ConsumerSettings(
          20,
          Duration.ofSeconds(10),
          Duration.ofMillis(300),
          3,
          Duration.ofMillis(2),
          Duration.ofMillis(20));

  public final FeedDatabase database;
  public final Tally tally = new Tally();
  private final FeedSource source;
  private final List<FeedConsumer> copies = new ArrayList<>();

  public Follower(FeedSource source) throws SQLException {
    this.database = FeedDatabase.create("follower");
    this.source = source;
    Tally.createTable(database);
  }

  public UnitOfWork unitOfWork() {
    return new JdbcUnitOfWork(database.dataSource());
  }

  public Subscription subscription() {
    return new Subscription(Producer.VISITS, source, tally);
  }

  /** Keeps the tally of another feed than {@code visits}. */
  public FeedConsumer follow(String feed) {
    return start(new Subscription(feed, source, tally), unitOfWork());
  }

  public FeedConsumer start() {
    return start(tally, unitOfWork());
  }

  public FeedConsumer start(FeedHandler handler, UnitOfWork unitOfWork) {
    return start(new Subscription(Producer.VISITS, source, handler), unitOfWork);
  }

  public FeedSource source() {
    return source;
  }

  public FeedConsumer start(Subscription subscription, UnitOfWork unitOfWork) {
    var copy = new FeedConsumer(subscription, unitOfWork, SETTINGS);
    copies.add(copy);
    copy.start();
    return copy;
  }

  public void awaitPosition(long position) {
    Eventually.holds(() -> position() == position);
  }

  public long position() throws SQLException {
    return database.rows("select position from feed_consumer").stream()
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  /** As time would. */
  public void letTheLeaseRunOut() throws SQLException {
    database.execute("update feed_consumer set lease_until = '-infinity'");
  }

  public List<String> state() throws SQLException {
    return Tally.of(database);
  }

  /** As when the service is stopped in good order. */
  public void stopCopies() {
    copies.forEach(FeedConsumer::close);
    copies.clear();
  }

  @Override
  public void close() {
    stopCopies();
    database.close();
  }
}
