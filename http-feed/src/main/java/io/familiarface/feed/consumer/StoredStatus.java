package io.familiarface.feed.consumer;

import io.familiarface.feed.consumer.ConsumerStatus.Rebuild;
import io.familiarface.feed.consumer.ConsumerStatus.State;
import java.time.Instant;

/**
 * How far a service has come in a feed, as its database knows; for whoever asks that together with
 * something else.
 */
public record StoredStatus(
    String feed,
    long position,
    long behind,
    Instant heardAt,
    long parked,
    String problem,
    Instant rebuildSince,
    long rebuildDone,
    long rebuildTotal) {

  /** A row for each feed that is or was followed; the columns are the components. */
  public static final String QUERY =
      """
      select feed, position, greatest(head - position, 0) + parked as behind, heard_at, parked,
        problem, rebuild_since, rebuild_done, rebuild_total
      from feed_consumer cross join lateral
        (select count(*) as parked from feed_parked where feed_parked.feed = feed_consumer.feed)
      """;

  ConsumerStatus status() {
    return new ConsumerStatus(
        feed,
        position,
        behind,
        parked,
        heardAt,
        State.STOPPED,
        problem,
        rebuildSince == null ? null : new Rebuild(rebuildSince, rebuildDone, rebuildTotal));
  }
}
