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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<String> told = new CopyOnWriteArrayList<>();

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
  void a_server_whose_postmaster_dies_is_started_again_with_what_was_committed() throws Exception {
    try (var server = start()) {
      rememberDorothy(server);

      kill(postmaster());

      await(() -> whoIsRemembered(server).equals("Dorothy"));
      assertThat(told).first().asString().contains("started again");
    }
    assertThat(PostmasterPid.in(home.resolve("cluster"))).as("stopped for good").isEmpty();
  }

  @Test
  void data_of_another_major_version_are_left_alone_and_named() throws Exception {
    Path cluster = Files.createDirectories(home.resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "9\n");

    assertThatThrownBy(this::start)
        .hasMessageContaining("written by PostgreSQL 9, and this is PostgreSQL 18")
        .hasMessageContainingAll("./familiar backup FILE", "./familiar restore FILE --replace");
    assertThat(cluster).isDirectoryContaining("glob:**PG_VERSION");
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
        PostgresServer.start(
            home, port, PROGRAMS, ServerSettings.durable(), RunAs.NOBODY, told::add)) {
      rememberDorothy(server);
    }
    try (var server = start()) {
      assertThat(whoIsRemembered(server)).isEqualTo("Dorothy");
    }
  }

  private PostgresServer start() {
    return PostgresServer.start(
        home, port, PROGRAMS, ServerSettings.durable(), RunAs.choose(), told::add);
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

  /** What fails meanwhile is tried again. */
  private static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plusSeconds(120);
    while (!holds(condition)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(200);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (SQLException | PostgresException notYet) {
      return false;
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1));
  }
}
