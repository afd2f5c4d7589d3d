package io.familiarface.history;

import io.familiarface.history.company.LineFiles;
import io.familiarface.history.report.HistoryReport;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.spool.LineFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What would come in, on disk until it is closed. */
public final class HistoryPlan implements Closeable {
  private final Path folder;
  private final HistoryReport report;
  private final LineFiles files;
  private final Path rejected;
  private final ZoneId zone;

  HistoryPlan(Path folder, HistoryReport report, LineFiles files, Path rejected, ZoneId zone) {
    this.folder = folder;
    this.report = report;
    this.files = files;
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

  /** The lines for one destination, in the order in which they refer to each other. */
  public LineFile.Reader lines(Destination destination) throws IOException {
    return files.of(destination).read();
  }

  @Override
  public void close() throws IOException {
    remove(folder);
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
