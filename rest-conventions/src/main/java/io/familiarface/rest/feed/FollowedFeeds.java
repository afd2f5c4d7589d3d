package io.familiarface.rest.feed;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.consumer.ConsumerSettings;
import io.familiarface.feed.consumer.ConsumerStatus;
import io.familiarface.feed.consumer.Delivery;
import io.familiarface.feed.consumer.FeedConsumer;
import io.familiarface.feed.consumer.FeedHandler;
import io.familiarface.feed.consumer.HttpFeedSource;
import io.familiarface.feed.consumer.ParkedEvents;
import io.familiarface.feed.consumer.ProducerHeads;
import io.familiarface.feed.consumer.StoredStatus;
import io.familiarface.feed.consumer.Subscription;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.ServiceCredentials;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Follows the feeds of other services that this one has subscriptions for. */
@ApplicationScoped
public class FollowedFeeds {
  private final List<FeedConsumer> consumers = new ArrayList<>();
  private final DataSource database;
  private final boolean follow;

  FollowedFeeds(
      @Any Instance<FeedSubscription> subscriptions,
      TransactionPerBatch transactions,
      DataSource database,
      ServiceCredentials credentials,
      Config config,
      @ConfigProperty(name = "familiar.feeds.consume") boolean follow) {
    this.database = database;
    this.follow = follow;
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    for (FeedSubscription subscription : subscriptions) {
      URI base = config.getValue("familiar.url." + subscription.from(), URI.class);
      var source = new HttpFeedSource(client, base, credentials::bearer);
      consumers.add(
          new FeedConsumer(
              new Subscription(subscription.feed(), source, new Handler(subscription)),
              transactions,
              ConsumerSettings.DEFAULT));
    }
    consumers.sort(Comparator.comparing(FeedConsumer::feed));
  }

  void start(@Observes @Priority(100) StartupEvent starting) {
    if (follow) {
      consumers.forEach(FeedConsumer::start);
    }
  }

  void stop(@Observes @Priority(100) ShutdownEvent stopping) {
    if (follow) {
      consumers.forEach(FeedConsumer::close);
    }
  }

  /**
   * How far this service has come in each feed that it follows, by what its copy at work has heard.
   */
  public List<ConsumerStatus> status() {
    // On the caller's connection if it has one: many who wait for a second one wait for each other.
    try (Connection connection = database.getConnection()) {
      return FeedConsumer.statuses(connection, consumers);
    } catch (SQLException e) {
      throw new IllegalStateException("How far the feeds are followed cannot be read", e);
    }
  }

  /** The same, with what the producers themselves say where another copy is at work. */
  List<ConsumerStatus> statusByProducers() {
    ProducerHeads heads = ProducerHeads.ask(consumers);
    try (Connection connection = database.getConnection()) {
      return FeedConsumer.statuses(connection, consumers, heads);
    } catch (SQLException e) {
      throw new IllegalStateException("How far the feeds are followed cannot be read", e);
    }
  }

  /** Adds to a round trip what {@link #status(Rows)} tells. */
  public static Rows<StoredStatus> ask(RoundTrip trip) {
    return trip.query(StoredStatus.QUERY, StoredStatus.class);
  }

  /** As {@link #status()}, of what has been asked together with something else. */
  public List<ConsumerStatus> status(Rows<StoredStatus> stored) {
    return consumers.stream().map(consumer -> consumer.status(stored.all())).toList();
  }

  ConsumerStatus status(String feed) {
    return of(feed, status());
  }

  ConsumerStatus statusByProducer(String feed) {
    return of(feed, statusByProducers());
  }

  private ConsumerStatus of(String feed, List<ConsumerStatus> all) {
    consumer(feed);
    return all.stream().filter(one -> one.feed().equals(feed)).findFirst().orElseThrow();
  }

  void requestRebuild(String feed) throws SQLException {
    try (Connection connection = database.getConnection()) {
      consumer(feed).requestRebuild(connection);
    }
  }

  ParkedEvents parked(String feed) {
    return consumer(feed).parked();
  }

  private FeedConsumer consumer(String feed) {
    return consumers.stream()
        .filter(consumer -> consumer.feed().equals(feed))
        .findFirst()
        .orElseThrow(
            () ->
                CommonProblem.NOT_FOUND.because(
                    "This service does not follow such a feed; GET /v1/feeds/consumers lists"
                        + " them."));
  }

  private record Handler(FeedSubscription subscription) implements FeedHandler {
    @Override
    public void apply(FeedEvent event, Delivery delivery) {
      run(() -> subscription.apply(event));
    }

    @Override
    public void applyAll(List<FeedEvent> events, Delivery delivery) {
      run(() -> subscription.apply(events));
    }

    @Override
    public Collection<String> subjects(Delivery delivery) {
      return subscription.subjects().stream().map(UUID::toString).toList();
    }

    @Override
    public void replace(Collection<String> subjects, List<FeedEvent> events, Delivery delivery) {
      run(() -> subscription.replace(subjects.stream().map(UUID::fromString).toList(), events));
    }

    private static void run(Runnable work) {
      try {
        work.run();
      } catch (HttpProblem refusal) {
        throw new IllegalArgumentException(refusal.getDetail(), refusal);
      }
    }
  }
}
