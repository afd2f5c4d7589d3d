package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.standalone.command.Familiar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, with PostgreSQL and stand-ins for the services. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // One for all tests: the data folder is made once, which takes most of the time.
  @TempDir static Path root;
  private Path data;
  private Ports ports;

  @BeforeEach
  void pack() throws IOException {
    data = root.resolve("data");
    ports = FreePorts.find();
    FakeService.packBelow(root, List.of());
  }

  @AfterEach
  void leaveNothing() throws Exception {
    end(familiar("stop"));
  }

  @Test
  void start_status_and_stop_do_what_they_say_and_leave_no_process() throws Exception {
    Process start = startAndAwaitWelcome();
    List<ProcessHandle> services = services();

    assertThat(outputOf("start")).contains("PostgreSQL").contains("Swagger UI").contains("curl");
    assertThat(outputOf("start")).contains("/today/").contains("./familiar import visits.csv");
    assertThat(new DataDirectory(data).isOwn()).as("without the demo, and so for good").isTrue();
    assertThat(services).hasSize(3).allMatch(ProcessHandle::isAlive);
    assertThat(end(familiar("status"))).isZero();
    assertThat(outputOf("status")).contains("feedback-service   ready").contains("PostgreSQL");

    assertThat(end(familiar("stop"))).isZero();

    assertThat(start.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(services).noneMatch(ProcessHandle::isAlive);
    assertThat(ports.areFree()).isTrue();
    assertThat(end(familiar("status"))).isEqualTo(3);
  }

  @Test
  void a_second_start_while_the_first_runs_says_so() throws Exception {
    startAndAwaitWelcome();

    Process second = familiar("start");

    assertThat(end(second)).isEqualTo(1);
    assertThat(outputOf("start")).contains("already runs on http://localhost:" + ports.base());
    assertThat(services()).hasSize(3).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void the_children_of_a_launcher_that_was_killed_end_too_and_it_can_be_started_again()
      throws Exception {
    Process start = startAndAwaitWelcome();
    List<ProcessHandle> services = services();

    start.destroyForcibly().waitFor();

    await(() -> services.stream().noneMatch(ProcessHandle::isAlive));
    await(ports::areFree);
    startAndAwaitWelcome();
    assertThat(services()).hasSize(3);
  }

  @Test
  void a_service_and_a_postgres_that_end_by_themselves_are_started_again() throws Exception {
    startAndAwaitWelcome();
    ProcessHandle before = services().get(0);

    before.destroyForcibly();

    await(() -> outputOf("start").contains("ended by itself and is started again"));
    await(() -> !services().contains(before));
    postmaster().destroyForcibly();
    await(() -> outputOf("start").contains("PostgreSQL ended by itself and is started again"));
    await(() -> end(familiar("status")) == 0);
  }

  @Test
  void a_service_that_dies_while_postgres_is_away_is_up_again_after_both() throws Exception {
    startAndAwaitWelcome();
    Path version = data.resolve("postgres/cluster/PG_VERSION");
    String written = Files.readString(version);
    // No server starts on data that seem to be of another version.
    Files.writeString(version, "9\n");
    try {
      postmaster().destroyForcibly();
      await(() -> outputOf("start").contains("PostgreSQL ended by itself"));
      services().get(0).destroyForcibly();
      // It dies again, as it finds no database.
      await(() -> outputOf("start").split("service ended by itself", -1).length > 3);
    } finally {
      Files.writeString(version, written);
    }
    await(() -> end(familiar("status")) == 0);
    assertThat(services()).hasSize(3).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void data_that_an_older_postgres_wrote_are_left_alone_and_the_start_says_the_way_out()
      throws Exception {
    startAndAwaitWelcome();
    end(familiar("stop"));
    Path version = data.resolve("postgres/cluster/PG_VERSION");
    String written = Files.readString(version);
    Files.writeString(version, "9\n");
    try {
      assertThat(end(familiar("start"))).isEqualTo(1);
    } finally {
      Files.writeString(version, written);
    }
    assertThat(outputOf("start"))
        .contains("written by PostgreSQL 9, and this is PostgreSQL " + written.strip())
        .contains("Nothing was changed")
        .contains("./familiar backup FILE", "./familiar restore FILE --replace")
        .doesNotContain("Exception", "\tat ");
    startAndAwaitWelcome();
  }

  @Test
  void a_service_that_does_not_come_up_is_shown_with_the_end_of_its_log() throws Exception {
    FakeService.packBelow(root, List.of(Service.JOBS));

    Process start = familiar("start");

    assertThat(end(start)).isEqualTo(1);
    assertThat(outputOf("start"))
        .contains("jobs-service did not start")
        .contains("I have no idea what a database is");
    await(ports::areFree);
  }

  private ProcessHandle postmaster() throws IOException {
    Path pid = data.resolve("postgres/cluster/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
  }

  private Process startAndAwaitWelcome() throws IOException {
    Process start = familiar("start");
    await(() -> outputOf("start").contains("Ctrl-C or ./familiar stop"));
    return start;
  }

  private Process familiar(String what) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dfamiliar.root=" + root);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Familiar.class.getName());
    command.addAll(List.of(what, "--data", data.toString()));
    command.addAll(List.of("--port-base", Integer.toString(ports.base())));
    if (what.equals("start")) {
      command.add("--no-demo");
    }
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output(what).toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int end(Process process) {
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Path output(String what) {
    return root.resolve(what + ".out");
  }

  private String outputOf(String what) {
    try {
      return Files.readString(output(what), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<ProcessHandle> services() {
    return RunningInstance.read(new DataDirectory(data)).stream()
        .flatMap(record -> record.services().values().stream())
        .map(ProcessHandle::of)
        .flatMap(found -> found.stream())
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    assertThat(Polling.until(PATIENCE, condition)).as("in time").isTrue();
  }
}
