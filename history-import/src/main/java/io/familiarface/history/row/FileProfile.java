package io.familiarface.history.row;

import io.familiarface.history.Progress;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.GroupHeadings;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.value.DateEvidence;
import io.familiarface.history.value.DateOrder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first reading of a file: what only the whole of it can tell, such as in which order its dates
 * are written, and who its technicians are.
 */
public final class FileProfile {
  /** A column of ids with more holes than this is no key to customers. */
  private static final double FILLED = 0.9;

  /** Columns with dates, or with words and dates. */
  static final List<Field> WITH_DATES =
      List.of(Field.DATE, Field.CANCELLED_ON, Field.TOLD, Field.INTRODUCED, Field.OUTCOME);

  private final Map<Field, DateEvidence> dates = new EnumMap<>(Field.class);
  private final Technicians technicians;
  private long rows;
  private long customerIds;

  private FileProfile(Technicians technicians, LocalDate latest) {
    this.technicians = technicians;
    WITH_DATES.forEach(field -> dates.put(field, new DateEvidence(latest)));
  }

  /**
   * Reads the whole file once, keeping counts and the names of technicians.
   *
   * @param latest no date is meant to lie after it
   */
  public static FileProfile of(
      TextFile file, Layout layout, Technicians technicians, LocalDate latest, Progress progress)
      throws IOException {
    FileProfile profile = new FileProfile(technicians, latest);
    GroupHeadings grouping = new GroupHeadings(layout);
    try (TextFile.OpenFile in = file.open()) {
      for (Row row = in.next(); row != null; row = in.next()) {
        boolean below = row.line() > layout.headerLine() && row.isReadable() && !row.isBlank();
        if (below && !grouping.takes(row)) {
          profile.see(new RowView(row, layout, grouping.name()));
          if (profile.rows % 1_000 == 0) {
            progress.at("Looking through", Math.min(in.bytesRead(), file.size()), file.size());
          }
        }
      }
    }
    progress.at("Looking through", file.size(), file.size());
    return profile;
  }

  private void see(RowView row) {
    rows++;
    if (row.isShifted() || row.repeatsHeader()) {
      return;
    }
    dates.forEach((field, evidence) -> evidence.see(row.line(), row.text(field)));
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

  /**
   * The order of a column's dates: its own, or that of the visits, or that of any other column.
   * Empty when nothing decides it.
   */
  public Optional<DateOrder> order(Field field) {
    DateEvidence own = dates.get(field);
    return own.isMixed()
        ? Optional.empty()
        : Stream.concat(Stream.of(field), WITH_DATES.stream())
            .flatMap(other -> dates.get(other).decided().stream())
            .filter(own::allows)
            .findFirst();
  }

  public DateEvidence dates(Field field) {
    return dates.get(field);
  }

  /** What nobody but the company can answer. */
  public List<String> questions() {
    List<String> questions = new ArrayList<>();
    dates.forEach((field, evidence) -> ask(questions, what(field), evidence, order(field)));
    return questions;
  }

  private static String what(Field field) {
    return switch (field) {
      case DATE -> "dates";
      case CANCELLED_ON -> "dates of cancellations";
      default -> "dates of the column for \"%s\"".formatted(field.label());
    };
  }

  private static void ask(
      List<String> questions, String what, DateEvidence dates, Optional<DateOrder> decided) {
    if (dates.isMixed()) {
      questions.add(
          "The %s contradict each other: %s. Say which order is right with --date-format %s; the lines that don't fit are then listed."
              .formatted(what, sides(dates), formats(Set.of(DateOrder.values()))));
    } else if (dates.needsOrder() && decided.isEmpty()) {
      questions.add(
          "The %s could be %s, and no line of the file decides it: %s%s. Say which it is with --date-format %s."
              .formatted(
                  what,
                  words(dates.possible()),
                  String.join(", ", dates.examples().stream().map(Object::toString).toList()),
                  dates.eitherWays() > dates.examples().size()
                      ? " and %,d more".formatted(dates.eitherWays() - dates.examples().size())
                      : "",
                  formats(dates.possible())));
    }
  }

  private static String sides(DateEvidence dates) {
    return dates.contradiction().entrySet().stream()
        .map(side -> "%s can only be %s".formatted(side.getKey(), words(side.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String words(Set<DateOrder> orders) {
    return orders.stream().sorted().map(DateOrder::words).collect(Collectors.joining(" or "));
  }

  private static String formats(Set<DateOrder> orders) {
    return orders.stream()
        .sorted()
        .map(DateOrder::format)
        .collect(Collectors.joining(" or --date-format "));
  }
}
