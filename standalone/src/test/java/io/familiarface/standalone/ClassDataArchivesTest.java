package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchivesTest {
  @TempDir Path root;
  private Path jar;
  private ClassDataArchives archives;

  @BeforeEach
  void a_service_is_built() throws IOException {
    Path app = root.resolve("jobs-service/target/quarkus-app");
    for (String one :
        List.of(
            "quarkus/generated-bytecode.jar", "app/a.jar", "lib/boot/b.jar", "lib/main/c.jar")) {
      Files.createDirectories(app.resolve(one).getParent());
      Files.writeString(app.resolve(one), one);
    }
    jar = app.resolve("quarkus-run.jar");
    archives = new ClassDataArchives(Optional.of(root.resolve("archives")), true);
  }

  @Test
  void one_run_writes_what_the_next_ones_read() throws IOException {
    Path written = written(archives.startOf(jar));
    assertThat(written.getFileName().toString()).startsWith("jobs-service-");
    Files.writeString(written, "classes");
    assertThat(archives.isThereFor(jar)).isFalse();
    archives.keepWritten(jar);
    assertThat(archives.isThereFor(jar)).isTrue();
    assertThat(archives.startOf(jar))
        .anyMatch(option -> option.endsWith("=" + written.toString().replace(".part", "")));
  }

  @Test
  void a_run_that_serves_somebody_writes_none_so_that_it_ends_quickly() {
    ClassDataArchives reading = new ClassDataArchives(archives.folder(), false);
    assertThat(reading.startOf(jar)).noneMatch(option -> option.startsWith("-XX:"));
    assertThat(reading.startOf(jar)).contains("io.quarkus.runner.GeneratedMain");
  }

  @Test
  void what_a_killed_run_left_half_written_is_not_read() throws IOException {
    Files.writeString(written(archives.startOf(jar)), "half of the cla");
    assertThat(archives.startOf(jar)).noneMatch(option -> option.endsWith(".jsa"));
    assertThat(archives.isThereFor(jar)).isFalse();
  }

  @Test
  void another_build_writes_its_own_and_that_of_the_former_goes() throws IOException {
    Path former = written(archives.startOf(jar));
    Path another = former.resolveSibling("customers-service-1.jsa");
    Files.writeString(former, "classes");
    Files.writeString(another, "classes");
    Files.writeString(jar.resolveSibling("app/a.jar"), "changed a little");
    assertThat(written(archives.startOf(jar))).isNotEqualTo(former);
    assertThat(former).doesNotExist();
    assertThat(another).exists();
  }

  @Test
  void what_was_made_of_a_class_stands_before_the_class() {
    List<String> start = archives.startOf(jar);
    assertThat(start.get(start.indexOf("-cp") + 1))
        .containsSubsequence("generated-bytecode.jar", "a.jar", "b.jar", "c.jar");
  }

  @Test
  void what_the_jar_would_ask_for_is_asked_for() {
    assertThat(archives.startOf(jar)).contains("--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  @Test
  void without_a_folder_there_are_none() {
    assertThat(new ClassDataArchives(Optional.empty(), true).startOf(jar))
        .containsExactly("-jar", jar.toString());
  }

  private static Path written(List<String> start) {
    return start.stream()
        .filter(option -> option.startsWith("-XX:") && option.endsWith(".part"))
        .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_jvm_that_is_here_has_every_option_that_a_service_is_started_with() throws Exception {
    List<String> command = new ArrayList<>(ServiceCommand.of(jar, List.of()));
    assertThat(command).endsWith("-jar", jar.toString());
    List<String> options = command.subList(0, command.size() - 2);
    options.add("-version");
    Process java = new ProcessBuilder(options).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
  }
}
