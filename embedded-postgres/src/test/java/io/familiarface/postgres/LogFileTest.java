package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogFileTest {
  @TempDir Path folder;

  @Test
  void a_large_log_begins_anew_under_the_process_that_writes_it() throws Exception {
    Path log = folder.resolve("a.log");
    try (OutputStream process =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      process.write("before".getBytes(StandardCharsets.UTF_8));
      new LogFile(log).rotateIfLarger(5);
      process.write("after".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(log).hasContent("after");
    assertThat(folder.resolve("a.log.older")).hasContent("before");
  }

  @Test
  void a_small_log_stays_and_one_that_is_not_there_is_no_matter() throws Exception {
    Path log = Files.writeString(folder.resolve("a.log"), "small");
    new LogFile(log).rotateIfLarger(5);
    new LogFile(folder.resolve("none.log")).rotateIfLarger(5);
    assertThat(folder).isDirectoryContaining(log::equals);
    assertThat(Files.list(folder)).hasSize(1);
  }
}
