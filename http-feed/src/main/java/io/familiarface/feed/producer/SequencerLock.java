package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Held, to the end of a transaction, by whoever moves events between the inbox and the log. */
final class SequencerLock {
  /** "feed" in ASCII. One-key advisory locks are apart from the two-key ones of the subjects. */
  static final String KEY = Long.toString(0x66656564L);

  /**
   * Takes the lock, whose key is its value. A host that dies without a word must not keep it until
   * TCP finds out, so a transaction that has it may not stand idle for a minute.
   */
  static final String TAKE =
      """
      select set_config('idle_in_transaction_session_timeout', '1min', true),
        pg_advisory_xact_lock(cast(? as bigint))
      """;

  private SequencerLock() {}

  static void take(Connection connection) throws SQLException {
    statement().execute(connection);
  }

  static BoundStatement statement() {
    return new BoundStatement(TAKE, List.of(KEY));
  }
}
