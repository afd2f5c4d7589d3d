package io.familiarface.rest.feed;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.Feed;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.producer.FeedLog;
import io.familiarface.feed.producer.FeedPoll;
import io.familiarface.feed.producer.FeedSequencer;
import io.familiarface.feed.producer.FeedWriter;
import io.familiarface.feed.producer.HeadWatch;
import io.familiarface.feed.producer.PollLimits;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The feeds that this service publishes: written, numbered and served. */
@ApplicationScoped
public class ServedFeeds {
  private static final Duration SLOW_POLL = Duration.ofSeconds(1);

  private final Map<Feed, Set<String>> feeds = new HashMap<>();
  private final FeedWriter writer;
  private final FeedLog log;
  private final FeedPoll poll;
  private final FeedSequencer sequencer;
  private final HeadWatch watch;

  ServedFeeds(
      Instance<PublishedFeeds> published,
      DataSource database,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    published.forEach(some -> feeds.putAll(some.feeds()));
    writer = new FeedWriter(feeds.keySet());
    log = new FeedLog(database, URI.create("urn:familiar-face:" + service));
    poll = new FeedPoll(log, Infrastructure.getDefaultWorkerPool(), PollLimits.DEFAULT);
    sequencer = new FeedSequencer(database, poll, SLOW_POLL);
    watch = new HeadWatch(database, log, poll);
  }

  void start(@Observes @Priority(10) StartupEvent starting) throws SQLException {
    log.declare(feeds.keySet());
    sequencer.start();
    watch.start();
  }

  /** Answers the long polls first, so that the server need not wait for them. */
  void release(@Observes ShutdownDelayInitiatedEvent stopping) {
    poll.close();
  }

  void stop(@Observes ShutdownEvent stopping) {
    poll.close();
    watch.close();
    sequencer.close();
  }

  FeedWriter writer() {
    return writer;
  }

  void wake() {
    sequencer.wake();
  }

  /** The roles that may read this feed; nobody may read one that is not there. */
  Set<String> readersOf(String name) {
    return feeds.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Set.of());
  }

  boolean isServed(String name) {
    return feeds.keySet().stream().anyMatch(feed -> feed.name().equals(name));
  }

  CompletionStage<FeedPage> poll(String name, Cursor after, Duration timeout, int limit) {
    return poll.poll(name, after, timeout, limit);
  }
}
