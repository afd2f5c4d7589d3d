package io.familiarface.jobs.history;

import io.familiarface.history.Destination;
import io.familiarface.history.report.Notes;
import io.familiarface.history.send.SendReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of what was sent.
 *
 * @param notes what a person should know about what was recognised, with the first lines of each
 * @param refused the first of the lines that a service refused, by their number in the file
 */
@Schema(name = "HistorySent")
record SendSummary(
    Map<Destination, SendReport.Counts> lines,
    List<Notes.Counted> notes,
    long refusedCount,
    List<SendReport.Refused> refused) {

  static SendSummary of(SendReport report) {
    Map<Destination, SendReport.Counts> lines = new EnumMap<>(Destination.class);
    for (Destination destination : Destination.values()) {
      lines.put(destination, report.of(destination));
    }
    return new SendSummary(lines, report.notes().all(), report.refusedCount(), report.refused());
  }
}
