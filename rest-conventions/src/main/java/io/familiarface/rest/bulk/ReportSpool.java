package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The report of an import on disk until it is sent. */
final class ReportSpool {
  private final ObjectMapper mapper;
  private final Path file;
  private final OutputStream out;

  ReportSpool(ObjectMapper mapper) {
    this.mapper = mapper;
    try {
      this.file = Files.createTempFile("import-report", ".ndjson");
      this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(List<LineReport> reports) throws IOException {
    for (LineReport report : reports) {
      out.write(mapper.writeValueAsBytes(report));
      out.write('\n');
    }
  }

  /** Sends the report and removes the file. */
  StreamingOutput finish() throws IOException {
    out.close();
    return to -> {
      try {
        Files.copy(file, to);
      } finally {
        Files.deleteIfExists(file);
      }
    };
  }

  void discard() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
