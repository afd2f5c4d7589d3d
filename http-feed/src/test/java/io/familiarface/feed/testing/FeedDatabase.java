package io.familiarface.feed.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database with the tables of the feed, and a pool as the services use it. */
public final class FeedDatabase implements AutoCloseable {
  private final PostgresDatabase database;
  private final AgroalDataSource pool;

  private FeedDatabase(PostgresDatabase database) throws SQLException {
    this.database = database;
    this.pool = pool(database);
  }

  public static FeedDatabase create(String name) throws SQLException {
    return on(TestDatabase.create(name));
  }

  public static FeedDatabase on(PostgresDatabase database) throws SQLException {
    var feeds = new FeedDatabase(database);
    feeds.execute(migration());
    return feeds;
  }

  private static AgroalDataSource pool(PostgresDatabase database) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(48)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
  }

  private static String migration() {
    try (var sql = FeedDatabase.class.getResourceAsStream("/db/feed/V0001__feed.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Connections that may be broken without harm to others. */
  public DataSource unpooled() {
    return database.dataSource();
  }

  public void execute(String sql) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs in one transaction. */
  public void transaction(InTransaction work) throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.run(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Each row as its columns with a space between. */
  public List<String> rows(String query) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var result = new ArrayList<String>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        result.add(String.join(" ", row));
      }
      return result;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Work that may fail as JDBC does. */
  @FunctionalInterface
  public interface InTransaction {
    void run(Connection connection) throws SQLException;
  }
}
