package io.familiarface.history.plan;

import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.report.HistoryReport;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.spool.TemporaryFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/** What would come in, on disk until it is closed. */
public final class HistoryPlan implements Closeable {
  private final TemporaryFolder folder;
  private final HistoryReport report;
  private final PlannedLines lines;
  private final Path rejected;
  private final ZoneId zone;

  HistoryPlan(
      TemporaryFolder folder,
      HistoryReport report,
      PlannedLines lines,
      Path rejected,
      ZoneId zone) {
    this.folder = folder;
    this.report = report;
    this.lines = lines;
    this.rejected = rejected;
    this.zone = zone;
  }

  public HistoryReport report() {
    return report;
  }

  /**
   * All rejected lines as CSV (line, column, value, why), after sending with those that a service
   * refused; copy it before closing.
   */
  public Path rejectedLines() {
    return rejected;
  }

  /** To be closed, for the lines that a service refuses. */
  public RejectedLines refusedLines() throws IOException {
    return RejectedLines.moreIn(rejected);
  }

  /** The company's, in which the days of the file are meant. */
  public ZoneId zone() {
    return zone;
  }

  public List<PlannedLine> technicians() {
    return lines.technicians();
  }

  /**
   * All other lines by the folded name of their customer: each customer, with the agreements, and
   * after each agreement its visits and its cancellation.
   */
  public Iterator<SortedSpool.Keyed<PlannedLine>> lines() throws IOException {
    return lines.sorted();
  }

  /** When the first visit of the file was scheduled; after the last one if there is no visit. */
  public Instant firstVisit() {
    return lines.firstVisit();
  }

  public Instant lastVisit() {
    return lines.lastVisit();
  }

  @Override
  public void close() throws IOException {
    lines.close();
    folder.close();
  }
}
