package io.familiarface.jobs.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.report.HistoryReport;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the import of a history is, or how it ended. */
@Schema(name = "HistoryImport")
record HistoryImportView(
    UUID id,
    HistoryState state,
    boolean dryRun,
    @JsonUnwrapped Start start,
    @JsonUnwrapped Progress progress,
    @Schema(description = "What went wrong and what to do, where something did.") String words,
    @JsonUnwrapped Result result,
    @Schema(description = "Who is about to leave, once everything is in.")
        CustomersAtRisk leaving) {

  /** Who began it, and when. */
  record Start(String startedBy, Instant startedAt) {}

  /** What it is at, while it runs. */
  record Progress(
      @Schema(description = "What is being done, in words, while it runs.") String step,
      Long done,
      Long of) {
    static final Progress NONE = new Progress(null, null, null);
  }

  /** What was made of the file. */
  record Result(
      @Schema(
              implementation = HistoryReport.class,
              description = "How the file was understood, by line and by column.")
          JsonNode report,
      @Schema(
              implementation = SendSummary.class,
              description = "What became of the lines that were sent.")
          JsonNode sent,
      @Schema(description = "All lines that stay out, as CSV, where there are any.")
          URI rejected) {}

  static final HistoryImportView NONE =
      new HistoryImportView(
          null,
          HistoryState.NONE,
          false,
          new Start(null, null),
          Progress.NONE,
          null,
          new Result(null, null, null),
          null);

  boolean hasBeenImported() {
    return state == HistoryState.DONE && !dryRun;
  }

  HistoryImportView with(CustomersAtRisk atRisk) {
    return new HistoryImportView(id, state, dryRun, start, progress, words, result, atRisk);
  }
}
