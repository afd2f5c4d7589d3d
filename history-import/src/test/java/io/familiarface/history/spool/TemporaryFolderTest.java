package io.familiarface.history.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemporaryFolderTest {
  @Test
  void what_somebody_left_behind_who_was_ended_in_the_middle_is_removed_by_the_next()
      throws IOException {
    Path left = Files.createTempDirectory("familiar-import-history-");
    Files.createFile(left.resolve("in-use"));
    Files.writeString(Files.createDirectory(left.resolve("rows")).resolve("sorted-0"), "Ann Lee");

    try (TemporaryFolder folder = new TemporaryFolder("test")) {
      Files.writeString(folder.file("own"), "Bob Ray");
      TemporaryFolder.removeLeftBehind();
      assertThat(left).doesNotExist();
      assertThat(folder.file("own")).exists();
    }
  }

  @Test
  void a_folder_is_gone_when_it_is_closed() throws IOException {
    Path file;
    try (TemporaryFolder folder = new TemporaryFolder("test")) {
      file = Files.writeString(folder.file("own"), "Bob Ray");
    }
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void many_at_the_same_instant_make_theirs_and_clean_up() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    Callable<Boolean> one =
        () -> {
          try (TemporaryFolder folder = new TemporaryFolder("test")) {
            return Files.exists(Files.writeString(folder.file("own"), "Bob Ray"));
          }
        };
    for (int round = 0; round < 20; round++) {
      Files.createFile(Files.createTempDirectory("familiar-import-history-").resolve("in-use"));
      for (Future<Boolean> each : many.invokeAll(Collections.nCopies(8, one))) {
        assertThat(each.get()).isTrue();
      }
    }
    many.shutdown();
  }
}
