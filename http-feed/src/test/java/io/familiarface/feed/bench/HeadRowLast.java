package io.familiarface.feed.bench;

import io.familiarface.feed.testing.FeedDatabase;
import java.sql.SQLException;

/** Each transaction locks the one head row as its last act, and holds it through its commit. */
final class HeadRowLast extends OwnTable {
  HeadRowLast(FeedDatabase database) throws SQLException {
    super(database);
  }

  @Override
  String nextPosition() {
    return "update bench_head set head = head + 1 returning head as position";
  }
}
