package io.familiarface.rest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.familiarface.database.Database;
import io.quarkus.arc.Arc;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A feed of this service, read as another service reads it; what was read once is remembered. */
public final class PublishedEvents {
  private static final int PATIENCE_SECONDS = 60;
  private static final Map<String, PublishedEvents> FEEDS = new ConcurrentHashMap<>();

  private final String feed;
  private final List<Map<String, Object>> read = new ArrayList<>();

  private PublishedEvents(String feed) {
    this.feed = feed;
  }

  public static PublishedEvents of(String feed) {
    return FEEDS.computeIfAbsent(feed, PublishedEvents::new);
  }

  /** All events about a subject that have been told by now, oldest first. */
  public synchronized List<Map<String, Object>> about(UUID subject) {
    awaitPositions();
    while (readMore(Duration.ZERO)) {
      // to the end of the feed
    }
    return known(subject);
  }

  /** All events of one type about a subject; the type without its namespace. */
  public List<Map<String, Object>> about(UUID subject, String type) {
    return about(subject).stream().filter(isOf(type)).toList();
  }

  /** The events about a subject as soon as there are so many. */
  public List<Map<String, Object>> atLeast(int number, UUID subject) {
    return when(subject, found -> found.size() >= number);
  }

  /** The events about a subject as soon as there is one of this type among them. */
  public List<Map<String, Object>> including(String type, UUID subject) {
    return when(subject, found -> found.stream().anyMatch(isOf(type)));
  }

  /** The events about a subject as soon as they are complete. */
  public synchronized List<Map<String, Object>> when(
      UUID subject, Predicate<List<Map<String, Object>>> complete) {
    for (Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS); Instant.now().isBefore(end); ) {
      List<Map<String, Object>> found = known(subject);
      if (complete.test(found)) {
        return found;
      }
      readMore(Duration.ofMillis(300));
    }
    throw new AssertionError("The events about %s on %s never came".formatted(subject, feed));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) event.get("data");
  }

  private List<Map<String, Object>> known(UUID subject) {
    return read.stream().filter(e -> subject.toString().equals(e.get("subject"))).toList();
  }

  private static Predicate<Map<String, Object>> isOf(String type) {
    return event -> event.get("type").equals("io.familiarface." + type);
  }

  /** What has been committed is in the feed once it has its position. */
  private static void awaitPositions() {
    Database database = Arc.container().instance(Database.class).get();
    long last = number(database, "select coalesce(max(entry), 0) from feed_inbox");
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (number(database, "select count(*) from feed_inbox where entry <= " + last) > 0) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("The events told never had their positions");
      }
    }
  }

  private static long number(Database database, String sql) {
    return database.sql(sql).one(Long.class);
  }

  private boolean readMore(Duration timeout) {
    String after =
        read.isEmpty()
            ? ""
            : "&lastEventId="
                + URLEncoder.encode((String) read.get(read.size() - 1).get("id"), UTF_8);
    List<Map<String, Object>> next =
        Api.as("service")
            .get("/v1/feeds/" + feed + "?limit=1000&timeout=" + timeout.toMillis() + after)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("");
    read.addAll(next);
    return !next.isEmpty();
  }
}
