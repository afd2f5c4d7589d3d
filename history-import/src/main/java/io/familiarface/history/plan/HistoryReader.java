package io.familiarface.history.plan;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.Progress;
import io.familiarface.history.column.HeaderFinder;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.report.HistoryReport;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.row.FileProfile;
import io.familiarface.history.row.TechnicianReport;
import io.familiarface.history.spool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a company's own spreadsheet of visits, one line a visit, and makes of it what the services
 * take in. Changes nothing anywhere but in a temporary folder, in bounded memory for any size.
 */
public final class HistoryReader {
  private final HistoryOptions options;

  public HistoryReader(HistoryOptions options) {
    this.options = options;
  }

  /**
   * The dry run. Close the plan to remove its temporary files.
   *
   * @throws UnreadableHistory when the file can't be read at all; the message says what to do
   */
  public HistoryPlan read(Path file, Progress progress) throws IOException {
    Table table = table(TextFile.waysToRead(file));
    TextFile text = table.text();
    Layout layout = table.layout();
    FileProfile profile =
        FileProfile.of(text, layout, options.mapping(), options.latestDay(), progress);
    if (profile.rows() == 0) {
      throw new UnreadableHistory(
          "%s has a header in line %d and nothing below it: export the visits once more."
              .formatted(file.getFileName(), layout.headerLine()));
    }
    TemporaryFolder folder = new TemporaryFolder("history");
    try {
      return plan(text, layout, profile, folder, progress);
    } catch (IOException | RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private record Table(TextFile text, Layout layout) {}

  /** The first way in which there is a header; if there is none, the likeliest one says why. */
  private Table table(List<TextFile> ways) throws IOException {
    HeaderFinder finder = new HeaderFinder(options.preset(), options.mapping());
    UnreadableHistory why = null;
    for (TextFile way : ways) {
      try {
        return new Table(way, finder.find(way));
      } catch (UnreadableHistory e) {
        why = why == null ? e : why;
      }
    }
    throw why;
  }

  private HistoryPlan plan(
      TextFile file, Layout layout, FileProfile profile, TemporaryFolder folder, Progress progress)
      throws IOException {
    Optional<ClientList> clients =
        options.clients().isEmpty()
            ? Optional.empty()
            : Optional.of(ClientList.read(options.clients().get()));
    Notes notes = new Notes();
    RejectedLines rejected = new RejectedLines(folder.file("rejected-lines.csv"));
    PlannedLines lines = new PlannedLines(folder.make("lines"));
    PlanBuilder builder = new PlanBuilder(options, layout, profile, clients, notes, rejected);
    List<String> questions = profile.questions(options.dateOrder().isPresent());
    try (rejected) {
      if (questions.isEmpty()) {
        builder.write(file, lines, folder, progress);
      }
    }
    TechnicianReport technicians = TechnicianReport.of(profile.technicians());
    HistoryReport report =
        new HistoryReport(
            file.path().getFileName().toString(),
            file.size(),
            file.encoding().name(),
            file.separator().words(),
            layout.headerLine(),
            layout.preset(),
            profile.rows(),
            builder.columns(),
            layout.unused(),
            questions,
            questions.isEmpty() ? lines.counts() : Map.of(),
            technicians.probablySame(),
            technicians.sameTechnician(),
            technicians.writtenDifferently(),
            builder.clients(),
            builder.similarCustomers(),
            builder.sameNames(),
            builder.sameNameCount(),
            builder.cadences(),
            notes.all(),
            rejected.first(),
            rejected.count());
    return new HistoryPlan(folder, report, lines, rejected.file(), options.zone());
  }
}
