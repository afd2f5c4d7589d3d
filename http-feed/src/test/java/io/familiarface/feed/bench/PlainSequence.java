package io.familiarface.feed.bench;

import io.familiarface.feed.testing.FeedDatabase;
import java.sql.SQLException;

/** Positions are drawn from a sequence, so they become visible in any order. */
final class PlainSequence extends OwnTable {
  PlainSequence(FeedDatabase database) throws SQLException {
    super(database);
  }

  @Override
  String nextPosition() {
    return "select nextval('bench_sequence') as position";
  }
}
