package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that runs tells and refuses; one for all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunningPostgresServerTest {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("java.io.tmpdir"), "familiar-postgres-tests");
  private static final String PASSWORD = "a secret of this test";

  @TempDir static Path home;

  private static int port;
  private static PostgresServer server;
  private static final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server = startServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nobody_enters_without_the_password() throws Exception {
    PostgresDatabase right = server.database("jobs", PASSWORD);
    var wrong = new PostgresDatabase(port, right.name(), right.user(), "guessed");

    assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
    List<String> rules =
        Files.readAllLines(home.resolve("cluster/pg_hba.conf")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(rules).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
  }

  @Test
  void the_password_of_the_superuser_is_for_its_owner_alone() throws Exception {
    Path file = home.resolve("superuser.password");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file).strip()).isEqualTo(server.administration().password());
  }

  @Test
  void a_password_given_later_replaces_the_first() throws SQLException {
    PostgresDatabase before = server.database("renewed", "the first");

    server.database("renewed", "the second").connect().close();

    assertThatThrownBy(before::connect).hasMessageContaining("password authentication failed");
  }

  @Test
  void the_server_says_itself_that_commits_are_durable_and_that_it_listens_here_alone()
      throws SQLException {
    PostgresDatabase jobs = server.database("jobs", PASSWORD);

    Durability.require(jobs);
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(Sql.ask(jobs, "SHOW " + setting)).isEqualTo("on");
    }
    assertThat(Sql.ask(jobs, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void the_log_tells_of_an_error_without_the_values_that_it_is_about() throws Exception {
    PostgresDatabase persons = server.database("persons", PASSWORD);
    Sql.execute(persons, "CREATE TABLE person (name text PRIMARY KEY)");
    Sql.execute(persons, "INSERT INTO person VALUES ('Dorothy')");

    assertThatThrownBy(() -> Sql.execute(persons, "INSERT INTO person VALUES ('Dorothy')"))
        .hasMessageContaining("person_pkey");

    assertThat(Files.readString(server.log()))
        .contains("duplicate key value violates unique constraint \"person_pkey\"")
        .doesNotContain("Dorothy");
  }

  @Test
  void a_role_that_would_not_wait_for_the_disk_is_refused() throws SQLException {
    PostgresDatabase hasty = server.database("hasty", PASSWORD);
    Sql.execute(server.administration(), "ALTER ROLE hasty SET synchronous_commit = off");

    assertThatThrownBy(() -> Durability.require(hasty))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("synchronous_commit is off");
  }

  @Test
  void the_postgres_of_somebody_else_under_a_number_of_ours_is_not_taken_for_ours(
      @TempDir Path elsewhere) throws Exception {
    Path cluster = home.resolve("cluster");
    Files.copy(cluster.resolve("postmaster.pid"), elsewhere.resolve("postmaster.pid"));

    assertThat(PostmasterPid.in(elsewhere).orElseThrow().isOurs()).isFalse();
    assertThat(PostmasterPid.in(cluster).orElseThrow().isOurs()).isTrue();
  }

  @Test
  void a_folder_in_use_is_not_used_twice() {
    assertThat(server.port()).isEqualTo(port);
    assertThatThrownBy(RunningPostgresServerTest::startServer)
        .hasMessageContaining("in use by another program");
  }

  private static PostgresServer startServer() {
    return PostgresServer.start(
        home, port, PROGRAMS, ServerSettings.durable(), RunAs.choose(), told::add);
  }
}
