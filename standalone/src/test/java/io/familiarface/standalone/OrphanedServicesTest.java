package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrphanedServicesTest {
  @TempDir Path folder;

  @Test
  void a_service_of_this_folder_is_ended_and_who_else_has_such_a_number_is_left_alone()
      throws IOException {
    var data = new DataDirectory(folder);
    Process ours = process(ServiceProcess.mark(data));
    Process another = process(ServiceProcess.mark(new DataDirectory(folder.resolve("b"))));
    Process stranger = process("of somebody else");
    try {
      new RunningInstance(1, 8081, Map.of("a", ours.pid(), "b", another.pid(), "c", stranger.pid()))
          .write(data);

      assertThat(OrphanedServices.terminate(data)).isEqualTo(1);

      assertThat(ours.onExit()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(another.isAlive()).isTrue();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      another.destroyForcibly();
      stranger.destroyForcibly();
    }
  }

  /** Waits for what nobody writes to it. */
  private static Process process(String mark) throws IOException {
    return new ProcessBuilder("sh", "-c", "read -r _", mark, "-jar", "quarkus-run.jar").start();
  }
}
