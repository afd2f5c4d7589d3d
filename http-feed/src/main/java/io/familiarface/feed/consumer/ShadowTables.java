package io.familiarface.feed.consumer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Empty doubles of tables in a schema of their own, made to take the place of the originals. */
final class ShadowTables {
  static final String SCHEMA = "feed_rebuild";

  private static final String RETIRED = "feed_rebuild_retired";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * The consumer's own tables get doubles as well, so that it runs on the shadow unchanged; and so
   * does the inbox, so that events which a handler writes all the same are never sent.
   */
  private static final List<String> OF_THE_FEED =
      List.of("feed_consumer", "feed_parked", "feed_inbox");

  private final List<String> derived;

  ShadowTables(List<String> derived) {
    this.derived = List.copyOf(derived);
  }

  void create(Connection connection) throws SQLException {
    refuseWhatCannotBeDoubled(connection);
    if (exists(connection)) {
      if (isInUse(connection)) {
        throw runningAlready();
      }
      sweepUp(connection);
    }
    run(connection, "create schema " + SCHEMA);
    for (var table : Stream.concat(derived.stream(), OF_THE_FEED.stream()).toList()) {
      run(connection, "create table %s.%s (like %s including all)".formatted(SCHEMA, table, table));
    }
  }

  /** One whose lease ran out over a single long batch is at work all the same, and holds locks. */
  private static void sweepUp(Connection connection) throws SQLException {
    try {
      run(connection, "set local lock_timeout = '1s'");
      run(connection, "drop schema %s cascade".formatted(SCHEMA));
      run(connection, "set local lock_timeout = default");
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw runningAlready();
      }
      throw e;
    }
  }

  private static IllegalStateException runningAlready() {
    return new IllegalStateException("A rebuild is running already; wait until it has ended.");
  }

  /** Fresh tables have no statistics, and the first queries after the swap deserve good plans. */
  void analyze(Connection connection) throws SQLException {
    for (var table : derived) {
      run(connection, "analyze %s.%s".formatted(SCHEMA, table));
    }
  }

  void takeThePlaceOfTheOriginals(Connection connection, List<String> feeds) throws SQLException {
    var schema = currentSchema(connection);
    // All at once and not for long: whoever reads these tables must not be kept waiting.
    run(connection, "set local lock_timeout = '5s'");
    run(connection, "lock table %s in access exclusive mode".formatted(String.join(", ", derived)));
    run(connection, "create schema " + RETIRED);
    for (var table : derived) {
      run(connection, "alter table %s set schema %s".formatted(table, RETIRED));
      run(connection, "alter table %s.%s set schema %s".formatted(SCHEMA, table, schema));
      // Not by cascade: a view on it, say, is not ours to drop.
      run(connection, "drop table %s.%s".formatted(RETIRED, table));
    }
    run(connection, "drop schema " + RETIRED);
    carryOver(connection, feeds);
    run(connection, "drop schema %s cascade".formatted(SCHEMA));
  }

  /** The cursors too: if the feed is another one than before, the live ones are worth nothing. */
  private static void carryOver(Connection connection, List<String> feeds) throws SQLException {
    for (var sql :
        List.of(
            "delete from feed_parked where feed = any (?)",
            "insert into feed_parked select * from feed_rebuild.feed_parked where feed = any (?)",
            """
            update feed_consumer
            set position = rebuilt.position, event_id = rebuilt.event_id
            from feed_rebuild.feed_consumer as rebuilt
            where rebuilt.feed = feed_consumer.feed and rebuilt.feed = any (?)
            """)) {
      try (var statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("text", feeds.toArray()));
        statement.executeUpdate();
      }
    }
  }

  private void refuseWhatCannotBeDoubled(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select conrelid::regclass || ' has the foreign key ' || conname
            from pg_constraint
            where contype = 'f' and (conrelid = any (?::regclass[]) or confrelid = any (?::regclass[]))
            union all
            select tgrelid::regclass || ' has the trigger ' || tgname
            from pg_trigger where not tgisinternal and tgrelid = any (?::regclass[])
            """)) {
      var tables = connection.createArrayOf("text", derived.toArray());
      statement.setArray(1, tables);
      statement.setArray(2, tables);
      statement.setArray(3, tables);
      var obstacles = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          obstacles.add(rows.getString(1));
        }
      }
      if (!obstacles.isEmpty()) {
        throw new IllegalStateException(
            obstacles.stream()
                .collect(
                    Collectors.joining(
                        "; ",
                        "A derived table is swapped as a whole, so nothing may hang on it: ",
                        ".")));
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    return isTrue(connection, "select to_regnamespace('%s') is not null".formatted(SCHEMA));
  }

  private static boolean isInUse(Connection connection) throws SQLException {
    return isTrue(
        connection,
        "select exists (select from %s.feed_consumer where lease_until > clock_timestamp())"
            .formatted(SCHEMA));
  }

  private static boolean isTrue(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static String currentSchema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select quote_ident(current_schema())")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
