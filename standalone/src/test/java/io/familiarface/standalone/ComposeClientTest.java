package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What a compose client makes of docker-compose.yml; it needs no engine for that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeClientTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path EXAMPLE = ROOT.resolve("docker/example.env");

  private static List<String> client;

  @TempDir Path folder;

  private record Config(int exitCode, String words, String problems) {}

  @BeforeAll
  static void find_a_client() {
    client =
        Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
            .filter(ComposeClientTest::answers)
            .findFirst()
            .orElse(null);
    assumeTrue(
        client != null,
        "No compose client on the PATH (neither 'docker compose' nor 'docker-compose'), so nobody"
            + " but us has read docker-compose.yml.");
  }

  @Test
  void the_example_is_all_it_needs() {
    Config answer = config(EXAMPLE);

    assertThat(answer.exitCode()).as(answer.problems()).isZero();
    assertThat(answer.problems()).isEmpty();
    Map<String, Map<String, Object>> services = services(answer);
    services.values().removeIf(service -> service.containsKey("profiles"));
    assertThat(services)
        .as("what is started without a profile")
        .containsOnlyKeys("postgres", "customers-service", "jobs-service", "feedback-service");
    assertThat(environment(services, "feedback-service"))
        .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "change-me")
        .containsEntry("FAMILIAR_DAILY_MAIL_TO", "")
        .containsEntry("FAMILIAR_FOLLOW_UPS_WEEKLY_CAPACITY", "15");
  }

  @Test
  void with_the_profile_there_is_a_keycloak_too() {
    Config answer = config(EXAMPLE, "--profile", "keycloak");

    assertThat(answer.exitCode()).as(answer.problems()).isZero();
    assertThat(services(answer)).containsKey("keycloak").hasSize(5);
    assertThat(environment(services(answer), "keycloak"))
        .containsEntry("SERVICE_CLIENT_SECRET", "change-me");
  }

  @Test
  void without_a_secret_it_does_not_start() throws IOException {
    Path incomplete = folder.resolve("incomplete.env");
    Files.write(
        incomplete,
        Files.readAllLines(EXAMPLE).stream()
            .filter(line -> !line.startsWith("JOBS_DB_PASSWORD="))
            .toList());

    Config answer = config(incomplete);

    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.problems()).contains("JOBS_DB_PASSWORD");
  }

  private Config config(Path environment, String... options) {
    var command =
        Stream.of(
                client,
                List.of("-f", ROOT.resolve("docker-compose.yml").toString()),
                List.of("--env-file", environment.toString()),
                List.of(options),
                List.of("config"))
            .flatMap(List::stream)
            .toList();
    try {
      return run(command);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Config run(List<String> command) throws IOException, InterruptedException {
    Path words = folder.resolve("words");
    Path problems = folder.resolve("problems");
    var builder = new ProcessBuilder(command).redirectOutput(words.toFile());
    // What this machine happens to have set is no part of the question.
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    Process process = builder.redirectError(problems.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it answers").isTrue();
    return new Config(process.exitValue(), Files.readString(words), Files.readString(problems));
  }

  private static boolean answers(List<String> command) {
    var version = Stream.concat(command.stream(), Stream.of("version")).toList();
    try {
      return new ProcessBuilder(version)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services(Config answer) {
    Map<String, Object> file = new Yaml().load(answer.words());
    return (Map<String, Map<String, Object>>) file.get("services");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment(
      Map<String, Map<String, Object>> services, String service) {
    return (Map<String, Object>) services.get(service).get("environment");
  }
}
