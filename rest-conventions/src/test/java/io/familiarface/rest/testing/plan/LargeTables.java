package io.familiarface.rest.testing.plan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Fills tables with very many rows in seconds, and knows which tables are large. */
public final class LargeTables {
  private final DataSource database;

  public LargeTables(DataSource database) {
    this.database = database;
  }

  /**
   * Fills one table without checking foreign keys, with its indexes made anew afterwards.
   *
   * <p>{@code key(kind, n)} in the statement is the id of the n-th thing of a kind: see {@link
   * #key}.
   */
  public void fill(String table, String insert) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          create or replace function pg_temp.key(kind int, n bigint) returns uuid immutable
          return ('00000000-0000-7000-8' || lpad(kind::text, 3, '0')
            || '-' || lpad(to_hex(n), 12, '0'))::uuid
          """);
      statement.execute("set local session_replication_role to replica");
      statement.execute("set local maintenance_work_mem to '256MB'");
      List<String> indexes = dropIndexes(statement, table);
      statement.execute(insert.replaceAll("\\bkey\\(", "pg_temp.key("));
      for (String index : indexes) {
        statement.execute(index);
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze " + table);
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  /** The id that {@code key(kind, n)} gives in a statement. */
  public static String key(int kind, long n) {
    return "00000000-0000-7000-8%03d-%012x".formatted(kind, n);
  }

  /** Any query, to see that a bad one is noticed. */
  public void read(String query) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** How many rows a table has. */
  public long count(String table) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  /** The tables that nobody may go through from end to end. */
  public Set<String> names() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and reltuples > 10000")) {
      Set<String> names = new TreeSet<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All but those that stand for a constraint. */
  private static List<String> dropIndexes(Statement statement, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select indexname, indexdef from pg_indexes where tablename = '%s'
            and not exists (select 1 from pg_constraint where conname = indexname)
            """
                .formatted(table))) {
      while (rows.next()) {
        names.add(rows.getString(1));
        definitions.add(rows.getString(2));
      }
    }
    for (String name : names) {
      statement.execute("drop index " + name);
    }
    return definitions;
  }
}
