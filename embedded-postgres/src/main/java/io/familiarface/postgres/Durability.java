package io.familiarface.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The proof, by what the server itself says, that an answered commit is on the disk. */
public final class Durability {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /**
   * Asks as the role that will write, because a role or a database can have settings of its own.
   *
   * @throws PostgresException if any of the settings is not on
   */
  public static void require(PostgresDatabase database) {
    var off = new ArrayList<String>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String setting : MUST_BE_ON) {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
          shown.next();
          if (!shown.getString(1).equals("on")) {
            off.add(setting + " is " + shown.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new PostgresException(
          "The settings of the database " + database.name() + " could not be read.", e);
    }
    if (!off.isEmpty()) {
      throw new PostgresException(
          "The database "
              + database.name()
              + " could lose data: "
              + String.join(", ", off)
              + ". Remove that setting (ALTER ROLE or ALTER DATABASE … RESET ALL), then start"
              + " again.");
    }
  }
}
