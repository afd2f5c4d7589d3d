package io.familiarface.feed.consumer;

import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes derived state anew from the first event on, beside the live one, and swaps it in when it
 * has come as far. The live consumers go on meanwhile; they wait only for the swap. The handlers
 * see the tables under the same names, empty at first, and are told that they are rebuilding.
 * Killed at any moment it has changed nothing; the next rebuild sweeps up.
 *
 * <p>Needs the right to create a schema in the database.
 */
public final class FeedRebuild {
  private static final Logger LOG = LoggerFactory.getLogger(FeedRebuild.class);

  private final List<ShadowConsumer> feeds;
  private final UnitOfWork live;
  private final UnitOfWork shadow;
  private final ShadowTables tables;

  /**
   * @param subscriptions all feeds from which the tables are derived
   * @param derivedTables every table that the handlers of those feeds write to. Plain tables:
   *     without foreign keys from or to them, triggers, or views on them. Their names are not
   *     quoted.
   */
  public FeedRebuild(
      List<Subscription> subscriptions,
      List<String> derivedTables,
      UnitOfWork unitOfWork,
      ConsumerSettings settings) {
    this.live = unitOfWork;
    this.shadow = new ShadowUnitOfWork(unitOfWork, ShadowTables.SCHEMA);
    this.tables = new ShadowTables(derivedTables);
    this.feeds =
        subscriptions.stream()
            .sorted(Comparator.comparing(Subscription::feed))
            .map(subscription -> new ShadowConsumer(subscription, shadow, settings))
            .toList();
  }

  /**
   * Rebuilds and swaps.
   *
   * @throws IllegalStateException if a rebuild is running already, or a table can't be swapped
   */
  public void run() throws Exception {
    LOG.info("Rebuilding what is derived from {}", names());
    live.inTransaction(
        connection -> {
          tables.create(connection);
          return null;
        });
    for (var feed : feeds) {
      feed.begin();
    }
    for (var feed : feeds) {
      feed.catchUpWith(
          live.inTransaction(connection -> CursorStore.position(connection, feed.name())));
    }
    live.inTransaction(
        connection -> {
          tables.analyze(connection);
          return null;
        });
    swapIn();
    LOG.info("What is derived from {} is rebuilt and in place", names());
  }

  private void swapIn() throws Exception {
    live.inTransaction(
        connection -> {
          for (var feed : feeds) {
            // No further than the live cursor: what comes after it is the live consumer's to apply.
            feed.catchUpWith(CursorStore.halt(connection, feed.name()));
          }
          tables.takeThePlaceOfTheOriginals(connection, names());
          return null;
        });
  }

  private List<String> names() {
    return feeds.stream().map(ShadowConsumer::name).toList();
  }
}
