package io.familiarface.jobs.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.report.HistoryReport;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HistoryImport")
record HistoryImportView(
    UUID id,
    HistoryState state,
    boolean dryRun,
    String startedBy,
    Instant startedAt,
    @Schema(description = "What is being done, in words, while it runs.") String step,
    Long done,
    Long of,
    @Schema(description = "What went wrong and what to do, where something did.") String words,
    @Schema(
            implementation = HistoryReport.class,
            description = "How the file was understood, by line and by column.")
        JsonNode report,
    @Schema(
            implementation = SendSummary.class,
            description = "What became of the lines that were sent.")
        JsonNode sent,
    @Schema(description = "All lines that stay out, as CSV, where there are any.") URI rejected,
    @Schema(description = "Who is about to leave, once everything is in.")
        CustomersAtRisk leaving) {

  static final HistoryImportView NONE =
      new HistoryImportView(
          null,
          HistoryState.NONE,
          false,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  boolean hasBeenImported() {
    return state == HistoryState.DONE && !dryRun;
  }

  HistoryImportView with(CustomersAtRisk atRisk) {
    return new HistoryImportView(
        id, state, dryRun, startedBy, startedAt, step, done, of, words, report, sent, rejected,
        atRisk);
  }
}
