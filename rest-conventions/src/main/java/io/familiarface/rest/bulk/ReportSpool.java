package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The report of an import on disk until it is sent. The file has no name from the beginning, where
 * the system allows it: it is gone with whoever has it open, however an import or a client ends.
 */
final class ReportSpool {
  private final ObjectMapper mapper;
  private final FileChannel file;
  private final OutputStream out;

  ReportSpool(ObjectMapper mapper) {
    this.mapper = mapper;
    try {
      Path path = Files.createTempFile("import-report", ".ndjson");
      this.file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
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
    out.flush();
    return to -> {
      try (file) {
        file.position(0);
        Channels.newInputStream(file).transferTo(to);
      }
    };
  }

  void discard() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
