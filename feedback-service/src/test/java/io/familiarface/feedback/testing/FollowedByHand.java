package io.familiarface.feedback.testing;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.consumer.ConsumerSettings;
import io.familiarface.feed.consumer.Delivery;
import io.familiarface.feed.consumer.FeedConsumer;
import io.familiarface.feed.consumer.FeedHandler;
import io.familiarface.feed.consumer.Subscription;
import io.familiarface.feed.consumer.UnitOfWork;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * A feed that a consumer follows as in the running service, while a test says when its producer
 * answers a poll, and with what.
 */
public final class FollowedByHand implements AutoCloseable {
  private static final Duration LONG = Duration.ofHours(1);

  private final BlockingQueue<CompletableFuture<FeedPage>> polls = new LinkedBlockingQueue<>();
  private final FeedConsumer consumer;
  private CompletableFuture<FeedPage> waiting;
  private long head;

  /**
   * @param name of the cursor, which nobody else uses
   */
  public FollowedByHand(String name, FeedSubscription subscription, DataSource database) {
    consumer =
        new FeedConsumer(
            new Subscription(name, (feed, after, timeout, limit) -> poll(), handler(subscription)),
            transactions(database),
            new ConsumerSettings(500, LONG, LONG, 1, Duration.ofMillis(1), Duration.ofMillis(1)));
    consumer.start();
    awaitPoll();
  }

  private CompletableFuture<FeedPage> poll() {
    CompletableFuture<FeedPage> answer = new CompletableFuture<>();
    polls.add(answer);
    return answer;
  }

  private static FeedHandler handler(FeedSubscription subscription) {
    return new FeedHandler() {
      @Override
      public void apply(FeedEvent event, Delivery delivery) {
        subscription.apply(event);
      }

      @Override
      public void applyAll(List<FeedEvent> events, Delivery delivery) {
        subscription.apply(events);
      }
    };
  }

  private static UnitOfWork transactions(DataSource database) {
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  try (Connection connection = database.getConnection()) {
                    return work.with(connection);
                  }
                });
      }
    };
  }

  /** Publishes these together, and returns when the consumer has taken them in and asks on. */
  public void publish(List<FeedEvent> events) {
    long from = head + 1;
    head += events.size();
    List<FeedEvent> numbered =
        IntStream.range(0, events.size()).mapToObj(n -> at(from + n, events.get(n))).toList();
    waiting.complete(new FeedPage(numbered, head, false, null));
    awaitPoll();
  }

  private static FeedEvent at(long position, FeedEvent event) {
    return new FeedEvent(
        position,
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        event.time(),
        event.deleted(),
        event.data());
  }

  private void awaitPoll() {
    try {
      waiting = polls.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
