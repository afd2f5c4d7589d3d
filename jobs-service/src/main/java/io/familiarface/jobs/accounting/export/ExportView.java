package io.familiarface.jobs.accounting.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The receipt of an export. */
record ExportView(
    UUID id,
    ExportFormat format,
    @Schema(description = "LAST, or the export after which it begins.") String since,
    @Schema(description = "CONFIRMED once accounting has said what it took.") State state,
    @Schema(description = "How many documents are in it.") int documents,
    @Schema(description = "What they come to in each currency, credit memos taken off.")
        List<Total> totals,
    Instant madeAt,
    String madeBy,
    @Schema(description = "Where the documents are to be had, again and again.") String content,
    @Schema(description = "How many more wait for the next export.") long waiting,
    Instant confirmedAt,
    String confirmedBy,
    Integer accepted,
    Integer rejected) {

  @Schema(
      name = "ExportState",
      description = "OPEN until accounting has said what it took, then CONFIRMED.")
  enum State {
    OPEN,
    CONFIRMED
  }

  /**
   * @param amount may be negative, when more was credited than invoiced
   */
  record Total(
      @Schema(examples = "1780.00") String amount, @Schema(examples = "USD") String currency) {}
}
