package io.familiarface.history;

import io.familiarface.history.column.HeaderFinder;
import io.familiarface.history.column.Layout;
import io.familiarface.history.company.Company;
import io.familiarface.history.company.LineFiles;
import io.familiarface.history.company.Survey;
import io.familiarface.history.company.TechnicianReport;
import io.familiarface.history.company.Technicians;
import io.familiarface.history.file.Refusal;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.report.HistoryReport;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
   * @throws Refusal when the file can't be read at all; the message says what to do
   */
  public HistoryPlan read(Path file, Progress progress) throws IOException {
    Table table = table(TextFile.waysToRead(file));
    TextFile text = table.text();
    Layout layout = table.layout();
    Technicians technicians = new Technicians(options.mapping().sameTechnician());
    Survey survey = Survey.of(text, layout, technicians, options.latestDay(), progress);
    if (survey.rows() == 0) {
      throw new Refusal(
          "%s has a header in line %d and nothing below it: export the visits once more."
              .formatted(file.getFileName(), layout.headerLine()));
    }
    Path folder = Files.createTempDirectory("familiar-history");
    try {
      return plan(text, layout, survey, folder, progress);
    } catch (IOException | RuntimeException e) {
      HistoryPlan.remove(folder);
      throw e;
    }
  }

  private record Table(TextFile text, Layout layout) {}

  /** The first way in which there is a header; if there is none, the likeliest one says why. */
  private Table table(List<TextFile> ways) throws IOException {
    HeaderFinder finder = new HeaderFinder(options.preset(), options.mapping());
    Refusal why = null;
    for (TextFile way : ways) {
      try {
        return new Table(way, finder.find(way));
      } catch (Refusal e) {
        why = why == null ? e : why;
      }
    }
    throw why;
  }

  private HistoryPlan plan(
      TextFile file, Layout layout, Survey survey, Path folder, Progress progress)
      throws IOException {
    Notes notes = new Notes();
    RejectedLines rejected = new RejectedLines(folder.resolve("rejected-lines.csv"));
    LineFiles files = new LineFiles(folder);
    Company company = new Company(options, layout, survey, notes, rejected);
    List<String> questions = options.dateOrder().isPresent() ? List.of() : survey.questions();
    try (files;
        rejected) {
      if (questions.isEmpty()) {
        company.write(file, files, folder, progress);
      }
    }
    TechnicianReport technicians = TechnicianReport.of(survey.technicians());
    HistoryReport report =
        new HistoryReport(
            file.path().getFileName().toString(),
            file.size(),
            file.encoding().name(),
            file.separator().words(),
            layout.headerLine(),
            layout.preset(),
            survey.rows(),
            company.columns(),
            layout.unused(),
            questions,
            questions.isEmpty() ? files.counts() : Map.of(),
            technicians.probablySame(),
            technicians.sameTechnician(),
            technicians.writtenDifferently(),
            company.sameNames(),
            company.sameNameCount(),
            company.cadences(),
            notes.all(),
            rejected.first(),
            rejected.count());
    return new HistoryPlan(folder, report, files, rejected.file(), options.zone());
  }
}
