package io.familiarface.jobs;

import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What this service tells the others, and who may read it. */
@ApplicationScoped
public class JobsFeeds implements PublishedFeeds {
  private static final String JOBS = "jobs";
  private static final String TECHNICIANS = "technicians";
  private static final String ACCOUNTING = "accounting";
  private static final String PREFIX = "io.familiarface.";

  private final FeedPublisher publisher;

  JobsFeeds(FeedPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(
        Feed.ofEvents(JOBS), Set.of(Role.SERVICE, Role.INTEGRATION, Role.ADMIN),
        Feed.ofEvents(ACCOUNTING), Set.of(Role.SERVICE, Role.INTEGRATION, Role.ADMIN),
        Feed.ofAggregates(TECHNICIANS), Set.of(Role.SERVICE));
  }

  /** An event about a customer's agreement or visit; {@code type} without the common prefix. */
  public void job(String type, UUID customerId, Instant businessTime, Object data) {
    publisher.publish(JOBS, PREFIX + type, customerId, businessTime, data);
  }

  /** An event about a customer's document; {@code type} without the common prefix. */
  public void accounting(String type, UUID customerId, Instant businessTime, Object data) {
    publisher.publish(ACCOUNTING, PREFIX + type, customerId, businessTime, data);
  }

  /**
   * Takes what was told of an erased customer out of the feed; the readers are told to forget it.
   */
  public void forget(UUID customerId) {
    publisher.delete(JOBS, PREFIX + "visit", customerId);
  }

  /** The full present state of a technician. */
  public void technician(UUID technicianId, Instant businessTime, Object data) {
    publisher.publish(TECHNICIANS, PREFIX + "technician", technicianId, businessTime, data);
  }
}
