package io.familiarface.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/** Makes databases and their roles, as the superuser. */
final class Provisioning {
  /**
   * The usual 4,096 make it dear to guess what a person has thought of. Nobody guesses {@link
   * PasswordFile} by hashing faster; but each connection would pay, a second of work in a JVM that
   * has just started.
   */
  static final int HASHES = 1;

  private final Connection connection;
  private final int port;

  Provisioning(Connection connection, int port) {
    this.connection = connection;
    this.port = port;
  }

  PostgresDatabase database(String name, String password) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
      throw new IllegalArgumentException("not a plain name for a database: " + name);
    }
    if (!exists("SELECT FROM pg_roles WHERE rolname = ?", name)) {
      execute("CREATE ROLE " + name + " LOGIN");
    }
    // Hashed here, so that the password itself never is in a statement or a log.
    execute("ALTER ROLE " + name + " PASSWORD '" + verifier(password) + "'");
    if (!exists("SELECT FROM pg_database WHERE datname = ?", name)) {
      execute("CREATE DATABASE " + name + " OWNER " + name);
    }
    execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    return new PostgresDatabase(port, name, name, password);
  }

  /** What the server keeps of a password (RFC 5803): Base64, colons and dollars. */
  private static String verifier(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return PasswordUtil.encodeScramSha256(password.toCharArray(), HASHES, salt);
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
