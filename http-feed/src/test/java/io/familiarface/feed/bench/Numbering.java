package io.familiarface.feed.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A way to give events their positions. */
interface Numbering extends AutoCloseable {
  /** The last thing in the transaction of the change; the id of the event written. */
  UUID append(Connection connection, String subject, String data) throws SQLException;

  /** The transaction has committed. */
  void committed();

  /** What has come since the last call; waits a moment if nothing has. */
  List<UUID> read() throws Exception;

  @Override
  void close();
}
