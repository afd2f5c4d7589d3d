package io.familiarface.rest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feed.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Publishes events in the running transaction: they are seen by readers if and only if it commits.
 */
@ApplicationScoped
public class FeedPublisher {
  private static final String NAMESPACE = "io.familiarface.";

  private final PendingEvents pending;
  private final ObjectMapper mapper;
  private final Clock clock;

  FeedPublisher(PendingEvents pending, ObjectMapper mapper, Clock clock) {
    this.pending = pending;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * @param type such as {@code io.familiarface.visit.completed}
   * @param subject what the event is about; events of one subject keep their order, provided that
   *     the transaction holds a lock on the row it publishes the state of
   * @param businessTime when it happened, not when it was recorded
   */
  public void publish(String feed, String type, UUID subject, Instant businessTime, Object data) {
    if (!type.startsWith(NAMESPACE)) {
      throw new IllegalArgumentException("An event type starts with " + NAMESPACE + ": " + type);
    }
    try {
      String json = mapper.writeValueAsString(data);
      pending.add(NewEvent.of(feed, type, subject.toString(), businessTime, json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not representable as JSON: " + type, e);
    }
  }

  /**
   * Takes all data of a subject out of the feed and tells its readers to forget it.
   *
   * @param type of the events of this feed, such as {@code io.familiarface.customer}
   */
  public void delete(String feed, String type, UUID subject) {
    pending.add(NewEvent.deletion(feed, type, subject.toString(), clock.instant()));
  }
}
