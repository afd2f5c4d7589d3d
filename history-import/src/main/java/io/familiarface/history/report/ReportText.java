package io.familiarface.history.report;

import io.familiarface.history.Destination;
import io.familiarface.history.value.Text;
import java.util.List;

/** A report as a person reads it in a terminal. */
final class ReportText {
  private static final int LINES_OF_A_LIST = 20;

  private final StringBuilder text = new StringBuilder(4_000);

  private ReportText() {}

  static String of(HistoryReport report) {
    ReportText text = new ReportText();
    text.file(report);
    text.columns(report);
    text.people(report);
    text.notes(report);
    text.rejected(report);
    text.result(report);
    return text.text.toString();
  }

  private void file(HistoryReport report) {
    line(
        "%s: %,d %s of visits, %s, separated by %s, header in line %d, names as in %s"
            .formatted(
                report.file(),
                report.rows(),
                report.rows() == 1 ? "line" : "lines",
                report.encoding(),
                report.separator(),
                report.headerLine(),
                report.preset()));
  }

  private void columns(HistoryReport report) {
    line("");
    if (!report.isClear()) {
      report.columns().forEach(c -> line("%-15s %s".formatted(c.field().label(), c.header())));
      return;
    }
    line(
        "%-15s %-26s %12s %10s %10s"
            .formatted("understood as", "column", "filled", "blank", "unclear"));
    for (ColumnReport column : report.columns()) {
      line(
          "%-15s %-26s %,12d %,10d %,10d  %s"
              .formatted(
                  column.field().label(),
                  cut(column.header(), 26),
                  column.understood(),
                  column.blank(),
                  column.unreadable(),
                  column.how()));
      if (!column.meanings().isEmpty()) {
        line("    " + String.join(", ", first(column.meanings(), 8)));
      }
      if (!column.unreadableExamples().isEmpty()) {
        line("    unclear: " + String.join(", ", column.unreadableExamples()));
      }
    }
  }

  private void people(HistoryReport report) {
    if (!report.unusedColumns().isEmpty()) {
      line("Not used: " + String.join(", ", report.unusedColumns()));
    }
    if (!report.probablySame().isEmpty()) {
      line("");
      line("Technicians who are probably the same person; nobody is taken together unasked:");
      first(report.probablySame(), LINES_OF_A_LIST)
          .forEach(names -> line("  " + String.join(" · ", names)));
      line("  To take them together, put these lines in a mapping file:");
      first(report.sameTechnician(), LINES_OF_A_LIST).forEach(same -> line("    " + same));
    }
    list(
        "Taken as one person, as only blanks, capitals and apostrophes differ:",
        report.writtenDifferently());
    customers(report);
    list(
        "Names that are more than one customer (%,d), told apart by phone, e-mail or address. If one of them is one customer, write \"one-customer = NAME\" in a mapping file:"
            .formatted(report.sameNameCount()),
        report.sameName());
    if (!report.cadences().isEmpty()) {
      line("");
      line("How often agreements are visited, guessed from the dates:");
      report.cadences().forEach((words, count) -> line("  %-16s %,10d".formatted(words, count)));
    }
  }

  private void customers(HistoryReport report) {
    ClientReport clients = report.clients();
    if (!clients.file().isEmpty()) {
      line("");
      line(
          "%s: %,d clients; %,d customers found in it, %,d not or not for certain"
              .formatted(clients.file(), clients.clients(), clients.found(), clients.notFound()));
    }
    SimilarCustomers similar = report.similarCustomers();
    list(
        "Customers who are probably the same (%,d); nobody is taken together unasked:"
            .formatted(similar.count()),
        similar.groups());
    if (!similar.mappingLines().isEmpty()) {
      line("  To take them together, put these lines in a mapping file:");
      first(similar.mappingLines(), LINES_OF_A_LIST).forEach(same -> line("    " + same));
    }
  }

  private void notes(HistoryReport report) {
    if (!report.notes().isEmpty()) {
      line("");
    }
    for (Notes.Counted note : report.notes()) {
      line("%s: %,d".formatted(note.note().words(), note.count()));
      line("    " + String.join("; ", first(note.examples(), 3)));
    }
  }

  private void rejected(HistoryReport report) {
    if (report.rejectedCount() == 0) {
      return;
    }
    line("");
    line("Lines that can't come in, or not all of it: %,d".formatted(report.rejectedCount()));
    for (RejectedLine line : first(report.rejected(), LINES_OF_A_LIST)) {
      String value = line.value() == null ? "" : " \"%s\"".formatted(cut(line.value(), 40));
      String where = line.column() == null || line.column().isEmpty() ? "" : " " + line.column();
      line("  line %d%s%s: %s".formatted(line.line(), where, value, line.why()));
    }
    if (report.rejectedCount() > LINES_OF_A_LIST) {
      line("  … and %,d more".formatted(report.rejectedCount() - LINES_OF_A_LIST));
    }
  }

  private void result(HistoryReport report) {
    line("");
    if (report.isClear()) {
      line("This makes:");
      for (Destination destination : Destination.values()) {
        line(
            "  %-16s %,10d"
                .formatted(destination.words(), report.lines().getOrDefault(destination, 0L)));
      }
    } else {
      line("Before anything can come in:");
      report.questions().forEach(question -> line("  " + question));
    }
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      line("");
      line(title);
      first(items, LINES_OF_A_LIST).forEach(item -> line("  " + item));
    }
  }

  private static <T> List<T> first(List<T> items, int count) {
    return items.subList(0, Math.min(count, items.size()));
  }

  private static String cut(String text, int length) {
    return text.length() > length ? Text.cut(text, length - 1) + "…" : text;
  }

  private void line(String line) {
    text.append(Text.shown(line.stripTrailing())).append('\n');
  }
}
