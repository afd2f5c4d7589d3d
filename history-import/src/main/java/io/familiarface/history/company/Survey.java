package io.familiarface.history.company;

import io.familiarface.history.Progress;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.value.DateEvidence;
import io.familiarface.history.value.DateOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first reading of a file: what only the whole of it can tell, such as in which order its dates
 * are written, and who its technicians are.
 */
public final class Survey {
  /** A column of ids with more holes than this is no key to customers. */
  private static final double FILLED = 0.9;

  private final DateEvidence visits = new DateEvidence();
  private final DateEvidence cancellations = new DateEvidence();
  private final Technicians technicians;
  private long rows;
  private long customerIds;

  private Survey(Technicians technicians) {
    this.technicians = technicians;
  }

  /** Reads the whole file once, keeping counts and the names of technicians. */
  public static Survey of(TextFile file, Layout layout, Technicians technicians, Progress progress)
      throws IOException {
    Survey survey = new Survey(technicians);
    try (TextFile.OpenFile in = file.open()) {
      for (Row row = in.next(); row != null; row = in.next()) {
        if (row.line() > layout.headerLine() && row.isReadable() && !row.isBlank()) {
          survey.see(new RowView(row, layout));
          if (survey.rows % 1_000 == 0) {
            progress.at("Looking through", Math.min(in.bytesRead(), file.size()), file.size());
          }
        }
      }
    }
    progress.at("Looking through", file.size(), file.size());
    return survey;
  }

  private void see(RowView row) {
    rows++;
    if (row.isShifted() || row.repeatsHeader()) {
      return;
    }
    visits.see(row.line(), row.text(Field.DATE));
    cancellations.see(row.line(), row.text(Field.CANCELLED_ON));
    technicians.see(row.line(), row.text(Field.TECHNICIAN), row.text(Field.TECHNICIAN_ID));
    customerIds += row.text(Field.CUSTOMER_ID).isEmpty() ? 0 : 1;
  }

  public long rows() {
    return rows;
  }

  public Technicians technicians() {
    return technicians;
  }

  /** Whether customers can be told apart by the company's own ids. */
  public boolean hasCustomerIds() {
    return customerIds > 0 && customerIds >= FILLED * rows;
  }

  /** The order of the visits' dates, as found out; empty when nothing decides it. */
  public Optional<DateOrder> order() {
    return visits.decided().or(() -> visits.isMixed() ? Optional.empty() : cancellations.decided());
  }

  /** The order of the dates of cancellations: their own, or else that of the visits. */
  public Optional<DateOrder> cancellationOrder() {
    return cancellations.decided().or(this::order);
  }

  DateEvidence visits() {
    return visits;
  }

  DateEvidence cancellations() {
    return cancellations;
  }

  /** What nobody but the company can answer. */
  public List<String> questions() {
    List<String> questions = new ArrayList<>();
    ask(questions, "dates", visits, order());
    ask(questions, "dates of cancellations", cancellations, cancellationOrder());
    return questions;
  }

  private static void ask(
      List<String> questions, String what, DateEvidence dates, Optional<DateOrder> decided) {
    if (dates.isMixed()) {
      questions.add(
          "The %s contradict each other: %s can only be day/month, %s only month/day. Say which is right with --date-format dd/MM/yyyy or --date-format MM/dd/yyyy; the lines that don't fit are then listed."
              .formatted(what, dates.contradiction().get(0), dates.contradiction().get(1)));
    } else if (dates.needsOrder() && decided.isEmpty()) {
      questions.add(
          "The %s could be day/month or month/day, and no line of the file decides it: %s%s. Say which it is with --date-format dd/MM/yyyy or --date-format MM/dd/yyyy."
              .formatted(
                  what,
                  String.join(", ", dates.examples().stream().map(Object::toString).toList()),
                  dates.eitherWays() > dates.examples().size()
                      ? " and %,d more".formatted(dates.eitherWays() - dates.examples().size())
                      : ""));
    }
  }
}
