package io.familiarface.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run in a JVM of its own, whose whole memory is smaller than the file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeFileTest {
  private static final int CUSTOMERS = 4_000;
  private static final int VISITS_EACH = 20;
  private static final String NOTE = "All as usual; nothing was found and nothing is to be done. ";

  @TempDir Path folder;

  @Test
  void a_file_larger_than_the_memory_is_read_to_its_last_line() throws Exception {
    Path file = folder.resolve("history.csv");
    write(file);
    assertThat(Files.size(file)).isGreaterThan(128L << 20);

    Path said = folder.resolve("said");
    Process dryRun =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                DryRun.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int exit = dryRun.waitFor();

    assertThat(exit).as(Files.readString(said)).isZero();
    assertThat(Files.readAllLines(said))
        .isEqualTo(List.of("rows 80000", "visits 79999", "customers 4000", "rejected 1"));
  }

  private static void write(Path file) throws IOException {
    String notes = NOTE.repeat(30);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("date,customer,customer_id,technician,notes\n");
      for (int visit = 0; visit < VISITS_EACH; visit++) {
        LocalDate day = LocalDate.of(2024, 1, 8).plusWeeks(4L * visit);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
          boolean last = visit == VISITS_EACH - 1 && customer == CUSTOMERS - 1;
          out.write(
              "%s,Customer %d,c%d,Technician %d,%s%n"
                  .formatted(last ? "2125-01-01" : day, customer, customer, customer % 40, notes));
        }
      }
    }
  }
}
