package io.familiarface.rest.testing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresProxyTest {
  private final PostgresProxy proxy = PostgresProxy.before(TestDatabase.create("wire"));
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = proxy.database().connect();
    proxy.startRecording();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    proxy.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<List<String>> trips() {
    return proxy.stopRecording().stream().map(PostgresProxyMXBean.Trip::getStatements).toList();
  }

  @Test
  void each_statement_that_is_waited_for_is_a_trip() throws SQLException {
    run("select 1");
    run("select 2");
    assertThat(trips()).containsExactly(List.of("select 1"), List.of("select 2"));
  }

  @Test
  void statements_sent_together_are_one_trip() throws SQLException {
    run("select 1; select 2; select 3");
    assertThat(trips()).containsExactly(List.of("select 1", " select 2", " select 3"));
  }

  @Test
  void a_batch_is_one_trip() throws SQLException {
    run("create temporary table line (n int)");
    trips();
    proxy.startRecording();
    try (var batch = connection.prepareStatement("insert into line values (?)")) {
      for (int n = 0; n < 20; n++) {
        batch.setInt(1, n);
        batch.addBatch();
      }
      batch.executeBatch();
    }
    assertThat(trips()).singleElement().asList().hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void a_begin_goes_with_the_first_statement_and_a_commit_by_itself() throws SQLException {
    connection.setAutoCommit(false);
    run("select 1");
    connection.commit();
    assertThat(trips()).containsExactly(List.of("BEGIN", "select 1"), List.of("COMMIT"));
  }

  @Test
  void a_long_answer_is_one_trip() throws SQLException {
    run("select repeat('x', 1000) from generate_series(1, 3000)");
    assertThat(trips()).hasSize(1);
  }

  @Test
  void what_the_server_refuses_is_a_trip_and_the_connection_goes_on() throws SQLException {
    try {
      run("select 1 / 0");
    } catch (SQLException expected) {
      assertThat(expected.getSQLState()).isEqualTo("22012");
    }
    run("select 1");
    assertThat(trips()).hasSize(2);
  }

  @Test
  void a_test_in_another_class_loader_is_told_as_well() throws SQLException {
    run("select 'from afar'");
    assertThat(RoundTrips.proxies())
        .flatExtracting(PostgresProxyMXBean::stopRecording)
        .extracting(PostgresProxyMXBean.Trip::getStatements)
        .contains(List.of("select 'from afar'"));
  }

  @Test
  void the_trips_of_each_connection_are_told_apart() throws SQLException {
    int other;
    try (Connection second = proxy.database().connect();
        Statement statement = second.createStatement()) {
      statement.execute("select 2");
      other = second.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }
    run("select 1");
    assertThat(proxy.stopRecording())
        .filteredOn(trip -> trip.getBackend() == other)
        .extracting(PostgresProxyMXBean.Trip::getStatements)
        .last()
        .isEqualTo(List.of("select 2"));
  }
}
