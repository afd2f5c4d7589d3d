package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives everybody in a database of a service so many doubles, with all that belongs to them, inside
 * the database: a million visits in minutes. Technicians stay those they are, and what is told and
 * remembered of requests is not told again.
 */
final class MultipliedRows {
  /** The id of the k-th double; as the id itself, it begins with when it was made. */
  private static final String ID_OF_DOUBLE =
      """
      create or replace function id_of_double(id uuid, k int) returns uuid
      language sql immutable parallel safe as $$
        select (left(id::text, 15) || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-'
          || substr(m, 7, 12))::uuid from md5(id::text || '/' || k) m
      $$
      """;

  private static final String TABLES =
      """
      select c.relname from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and c.relname !~ '^(feed_|feed$|flyway|audit|idempotency|job$|erase|history|risk_model)'
        and c.relname !~ 'technician'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
          and a.atttypid = 'uuid'::regtype and a.attname !~ 'technician')
      order by 1
      """;

  /** The columns that can be written, with whether a unique index holds them. */
  private static final String COLUMNS =
      """
      select a.attname, a.atttypid::regtype::text,
        exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
          and a.attnum = any (i.indkey)),
        -- Alone in keeping the rows of such an index apart.
        exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
          and a.attnum = any (i.indkey)
          and not exists (select from pg_attribute o where o.attrelid = a.attrelid
            and o.attnum = any (i.indkey)
            and (o.atttypid = 'text'::regtype
              or o.atttypid = 'uuid'::regtype and o.attname !~ 'technician')))
      from pg_attribute a
      where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      order by a.attnum
      """;

  private final PostgresDatabase database;
  private final int times;

  /**
   * @param database of a service, as the superuser, who may leave out the foreign keys
   * @param times how many there are of each afterwards
   */
  MultipliedRows(PostgresDatabase database, int times) {
    this.database = database;
    this.times = times;
  }

  void make() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(ID_OF_DOUBLE);
      statement.execute("set session_replication_role to replica");
      statement.execute("set synchronous_commit to off");
      for (String table : column(statement, TABLES)) {
        multiply(statement, table);
      }
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  private void multiply(Statement statement, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (ResultSet columns = statement.executeQuery(COLUMNS.formatted(table))) {
      while (columns.next()) {
        String name = "t." + columns.getString(1);
        names.add(columns.getString(1));
        values.add(
            ofDouble(
                table, name, columns.getString(2), columns.getBoolean(3), columns.getBoolean(4)));
      }
    }
    long began = System.nanoTime();
    int rows =
        statement.executeUpdate(
            "insert into %s (%s) overriding system value select %s from %s t, generate_series(1, %d) k on conflict do nothing"
                .formatted(
                    table, String.join(", ", names), String.join(", ", values), table, times - 1));
    System.out.printf(
        "  %s.%s: %,d rows more in %.1f s%n",
        database.name(), table, rows, (System.nanoTime() - began) / 1e9);
  }

  private static String ofDouble(
      String table, String column, String type, boolean unique, boolean alone) {
    if (type.equals("uuid")) {
      return column.contains("technician") ? column : "id_of_double(" + column + ", k)";
    }
    if (type.equals("text") && unique) {
      return column + " || '~' || k";
    }
    if (alone && (type.equals("bigint") || type.equals("integer"))) {
      return "%1$s + k * (select max(%2$s) - min(%2$s) + 1 from %3$s t)"
          .formatted(column, column, table);
    }
    return column;
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
