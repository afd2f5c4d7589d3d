package io.familiarface.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * A database as entries of a ZIP file, below a name: {@code jobs/tables.sql}, {@code
 * jobs/rows/visit} as {@code COPY} writes them, {@code jobs/constraints.sql}. It can be read back
 * by this and every later version of PostgreSQL.
 */
public final class Backup {
  private static final String END_OF_STATEMENT = "\n;\n";

  private Backup() {}

  /**
   * Writes what was committed at one moment, while others go on working.
   *
   * @throws PostgresException when the database holds something that a backup can't carry
   */
  public static void write(PostgresDatabase database, ZipOutputStream zip, String name)
      throws IOException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      var catalog = new Catalog(connection);
      catalog.requireAllCarried();
      entry(zip, name + "/tables.sql", catalog.tables());
      for (Catalog.Table table : catalog.tableNames()) {
        zip.putNextEntry(new ZipEntry(name + "/rows/" + table.name()));
        copyOut(connection, table, zip);
        zip.closeEntry();
      }
      entry(zip, name + "/constraints.sql", catalog.constraints());
    } catch (SQLException e) {
      throw new PostgresException("The database " + name + " could not be backed up: " + e, e);
    }
  }

  /**
   * Fills an empty database, all of it or nothing.
   *
   * @throws PostgresException when the file holds no such database, or the database is not empty
   */
  public static void restore(ZipFile zip, String name, PostgresDatabase database)
      throws IOException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      var catalog = new Catalog(connection);
      if (!catalog.tableNames().isEmpty()) {
        throw new PostgresException(
            "The database " + name + " is not empty: nothing was restored.");
      }
      execute(connection, statements(zip, name + "/tables.sql"));
      for (Catalog.Table table : catalog.tableNames()) {
        try (InputStream rows = open(zip, name + "/rows/" + table.name())) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table.withColumns() + " from stdin", rows);
        }
      }
      execute(connection, statements(zip, name + "/constraints.sql"));
      connection.commit();
    } catch (SQLException e) {
      throw new PostgresException("The database " + name + " could not be restored: " + e, e);
    }
  }

  private static void copyOut(Connection connection, Catalog.Table table, OutputStream out)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy " + table.withColumns() + " to stdout", out);
  }

  private static void entry(ZipOutputStream zip, String name, List<String> statements)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    for (String statement : statements) {
      zip.write((statement + END_OF_STATEMENT).getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
  }

  private static List<String> statements(ZipFile zip, String name) throws IOException {
    try (InputStream in = open(zip, name)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(all.split(END_OF_STATEMENT));
    }
  }

  private static InputStream open(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("there is no " + name + " in it");
    }
    return zip.getInputStream(entry);
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
  }
}
