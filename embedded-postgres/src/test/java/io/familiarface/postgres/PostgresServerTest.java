package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresServerTest {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("java.io.tmpdir"), "familiar-postgres-tests");
  private static final String PASSWORD = "a secret of this test";

  @TempDir Path home;
  private int port;

  @BeforeEach
  void findAPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void what_was_committed_is_there_after_a_restart() throws SQLException {
    try (var server = start()) {
      rememberDorothy(server);
    }
    try (var server = start()) {
      assertThat(whoIsRemembered(server)).isEqualTo("Dorothy");
    }
  }

  @Test
  void what_was_committed_is_there_after_the_postmaster_was_killed() throws Exception {
    try (var server = start()) {
      rememberDorothy(server);
      kill(postmaster());
    }
    try (var server = start()) {
      assertThat(whoIsRemembered(server)).isEqualTo("Dorothy");
    }
  }

  @Test
  void a_server_does_not_outlive_a_starter_that_was_killed() throws Exception {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStarter.class.getName(),
                home.toString(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(starter.inputReader().readLine()).isEqualTo("started");
    ProcessHandle postmaster = postmaster();

    kill(starter.toHandle());

    assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(30));
    try (var server = start()) {
      rememberDorothy(server);
    }
  }

  @Test
  void a_stale_pid_file_that_names_another_program_is_no_hindrance() throws Exception {
    start().close();
    Files.writeString(
        home.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");

    try (var server = start()) {
      rememberDorothy(server);
    }
  }

  @Test
  void nobody_enters_without_the_password() throws Exception {
    try (var server = start()) {
      PostgresDatabase right = server.database("jobs", PASSWORD);
      var wrong = new PostgresDatabase(port, right.name(), right.user(), "guessed");

      assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
      List<String> rules =
          Files.readAllLines(home.resolve("cluster/pg_hba.conf")).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      assertThat(rules).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
    }
  }

  @Test
  void the_password_of_the_superuser_is_for_its_owner_alone() throws Exception {
    try (var server = start()) {
      Path file = home.resolve("superuser.password");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file).strip()).isEqualTo(server.administration().password());
    }
  }

  @Test
  void a_password_given_later_replaces_the_first() throws SQLException {
    try (var server = start()) {
      PostgresDatabase before = server.database("jobs", "the first");

      server.database("jobs", "the second").connect().close();

      assertThatThrownBy(before::connect).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void the_server_says_itself_that_commits_are_durable_and_that_it_listens_here_alone()
      throws SQLException {
    try (var server = start()) {
      PostgresDatabase jobs = server.database("jobs", PASSWORD);

      Durability.require(jobs);
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(Sql.ask(jobs, "SHOW " + setting)).isEqualTo("on");
      }
      assertThat(Sql.ask(jobs, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_role_that_would_not_wait_for_the_disk_is_refused() throws SQLException {
    try (var server = start()) {
      PostgresDatabase jobs = server.database("jobs", PASSWORD);
      Sql.execute(server.administration(), "ALTER ROLE jobs SET synchronous_commit = off");

      assertThatThrownBy(() -> Durability.require(jobs))
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("synchronous_commit is off");
    }
  }

  @Test
  void a_folder_in_use_is_not_used_twice() {
    try (var server = start()) {
      assertThat(server.port()).isEqualTo(port);
      assertThatThrownBy(this::start).hasMessageContaining("in use by another program");
    }
  }

  @Test
  void a_taken_port_is_told_and_the_folder_can_be_used_afterwards() throws Exception {
    try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(this::start).hasMessageContaining("Address already in use");
      assertThat(taken.isBound()).isTrue();
    }
    start().close();
  }

  @Test
  void root_on_a_machine_without_user_namespaces_runs_it_as_nobody() throws SQLException {
    assumeTrue(new UnixSystem().getUid() == 0, "only root needs another user");

    try (var server =
        PostgresServer.start(home, port, PROGRAMS, ServerSettings.durable(), RunAs.NOBODY)) {
      rememberDorothy(server);
    }
    try (var server = start()) {
      assertThat(whoIsRemembered(server)).isEqualTo("Dorothy");
    }
  }

  private PostgresServer start() {
    return PostgresServer.start(home, port, PROGRAMS, ServerSettings.durable(), RunAs.choose());
  }

  private void rememberDorothy(PostgresServer server) throws SQLException {
    PostgresDatabase jobs = server.database("jobs", PASSWORD);
    Sql.execute(jobs, "CREATE TABLE remembered (name text)");
    Sql.execute(jobs, "INSERT INTO remembered VALUES ('Dorothy')");
  }

  private String whoIsRemembered(PostgresServer server) throws SQLException {
    return Sql.ask(server.database("jobs", PASSWORD), "SELECT name FROM remembered");
  }

  private ProcessHandle postmaster() {
    long pid = PostmasterPid.in(home.resolve("cluster")).orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
