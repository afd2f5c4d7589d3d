package io.familiarface.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportSpoolTest {
  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "Windows keeps the name of a file for as long as it is open")
  void a_report_leaves_no_file_behind_whether_it_is_sent_or_not() throws IOException {
    Set<Path> before = files();
    ReportSpool neverSent = new ReportSpool(new ObjectMapper());
    neverSent.add(List.of(LineReport.stopped("The database is away.")));
    neverSent.finish();
    assertThat(files()).isSubsetOf(before);
    neverSent.discard();
  }

  @Test
  void a_report_is_sent_as_it_was_written() throws IOException {
    ReportSpool spool = new ReportSpool(new ObjectMapper());
    spool.add(List.of(LineReport.stopped("The database is away.")));
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    spool.finish().write(sent);
    assertThat(sent.toString()).contains("The database is away.").endsWith("\n");
  }

  private static Set<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("import-report"))
          .collect(Collectors.toSet());
    }
  }
}
