package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The epochs of the feeds of a database. One begins whenever the database may have been set back:
 * PostgreSQL was started again (after a crash, from a base backup or a snapshot, as a promoted
 * standby), another database took the place (a copy), or the rows were written anew (a dump was
 * restored). Each knows the head at which it begins, so that a cursor of an earlier epoch is good
 * up to there, and no further. Why so: docs/adr/0014-feed-epochs.md.
 */
final class FeedEpochs {
  /**
   * A row that still stands as it was written has the transaction in it that wrote it as its xmin;
   * in one that came out of a dump the two differ.
   *
   * <p>To be sent under {@link SequencerLock}, before any event gets its position.
   */
  static final String BEGIN =
      """
      insert into feed_epoch (feed, id, since, server_start, database, written_by)
      select name, gen_random_uuid(), head, pg_postmaster_start_time(), pg_database.oid,
        pg_current_xact_id()::xid
      from feed join pg_database on datname = current_database()
      where not exists (
        select from feed_epoch
        where feed_epoch.feed = feed.name and server_start = pg_postmaster_start_time()
          and database = pg_database.oid and feed_epoch.xmin = written_by)
      """;

  private FeedEpochs() {}

  static void beginIfNeeded(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(BEGIN)) {
      statement.executeUpdate();
    }
  }
}
