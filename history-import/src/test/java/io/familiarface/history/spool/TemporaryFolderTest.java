package io.familiarface.history.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
