package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.spool.Spool;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;

/** The report of an import on disk until it is sent. */
final class ReportSpool {
  private final ObjectMapper mapper;
  private final Spool spool = new Spool("import-report");

  ReportSpool(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void add(List<LineReport> reports) throws IOException {
    for (LineReport report : reports) {
      spool.out().write(mapper.writeValueAsBytes(report));
      spool.out().write('\n');
    }
  }

  /** Sends the report and removes the file. */
  StreamingOutput finish() throws IOException {
    return spool.finish();
  }

  void discard() {
    spool.discard();
  }
}
