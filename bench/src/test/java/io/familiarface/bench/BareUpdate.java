package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What PostgreSQL alone takes for the rows of a table that something changes: COPY of their new
 * values into a table of its own, and one update joined with it, of a table like theirs as it was
 * before, with the same indexes and foreign keys, and without triggers.
 *
 * @param table whose key is {@code id}
 * @param columns those that are changed, and no others
 */
record BareUpdate(String table, List<String> columns) {

  /**
   * What the update took.
   *
   * @param rows that were changed
   * @param seconds of COPY and update
   */
  record Result(String table, long rows, double seconds) {}

  /** Keeps the table as it is now, before anything is changed. */
  void keep(PostgresDatabase database, List<String> foreignKeys) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bare");
      statement.execute("create table bare.%1$s (like public.%1$s including all)".formatted(table));
      String options =
          text(
              statement,
              """
              select array_to_string(reloptions, ', ') from pg_class
              where oid = 'public.%s'::regclass\
              """
                  .formatted(table));
      if (options != null) {
        statement.execute("alter table bare.%s set (%s)".formatted(table, options));
      }
      statement.execute("insert into bare.%1$s select * from public.%1$s".formatted(table));
      for (String key : foreignKeys) {
        statement.execute("alter table bare.%s add %s".formatted(table, key));
      }
    }
  }

  /** Makes the same changes in the table that was kept, and drops it. */
  Result measure(PostgresDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String file = text(statement, "select current_setting('data_directory')") + "/bench.copy";
      long rows =
          statement.executeLargeUpdate(
              """
              copy (select id, %1$s from public.%2$s now join bare.%2$s old using (id)
                where (%1$s) is distinct from (%3$s)) to '%4$s'\
              """
                  .formatted(each("now.%s"::formatted), table, each("old.%s"::formatted), file));
      statement.execute(
          "create table bare.changed as select id, %s from bare.%s with no data"
              .formatted(each(column -> column), table));
      statement.execute("vacuum analyze bare." + table);
      statement.execute("checkpoint");
      long began = System.nanoTime();
      statement.execute("copy bare.changed from '%s'".formatted(file));
      long copied = System.nanoTime();
      // Else the planner would guess how many rows there are, and might go through all of the
      // table.
      statement.execute("analyze bare.changed");
      long analyzed = System.nanoTime();
      statement.execute(
          "update bare.%s kept set %s from bare.changed where kept.id = changed.id"
              .formatted(table, each("%1$s = changed.%1$s"::formatted)));
      double seconds = (System.nanoTime() - analyzed + copied - began) / 1e9;
      statement.execute("copy (select where false) to '%s'".formatted(file));
      statement.execute("drop table bare.changed, bare." + table);
      System.out.printf("  update of %,d rows of %s: %.2f s%n", rows, table, seconds);
      return new Result(table, rows, seconds);
    }
  }

  private String each(UnaryOperator<String> written) {
    return columns.stream().map(written).collect(Collectors.joining(", "));
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
