package io.familiarface.history.row;

import io.familiarface.history.Progress;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.GroupHeadings;
import io.familiarface.history.column.Layout;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.value.DateEvidence;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Ids;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
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

  private static final double MOST = 0.5;
  private static final int SHOWN = 40;
  private static final Optional<Outcome> MADE = Optional.of(Outcome.COMPLETED);

  /** Columns with dates, or with words and dates. */
  static final List<Field> WITH_DATES =
      List.of(Field.DATE, Field.CANCELLED_ON, Field.TOLD, Field.INTRODUCED, Field.OUTCOME);

  private static final List<Field> IDS = List.of(Field.CUSTOMER_ID, Field.VISIT_ID);

  private final Map<Field, DateEvidence> dates = new EnumMap<>(Field.class);
  private final Technicians technicians;
  private final Map<Field, LongIds> longIds = new EnumMap<>(Field.class);
  private final Map<Field, Contradiction> contradictions = new EnumMap<>(Field.class);
  private final Mapping mapping;
  private final Words words = new Words();
  private long rows;
  private long dated;
  private long customerIds;
  private long statedAsMade;

  /** Ids with more digits than a spreadsheet keeps. */
  private static final class LongIds {
    private long all;
    private long inZeros;
  }

  /** The first line in which two columns of one name say different things. */
  private record Contradiction(String header, long line, String one, String other) {}

  private FileProfile(Mapping mapping, LocalDate latest) {
    this.technicians = new Technicians(mapping.sameTechnician());
    this.mapping = mapping;
    IDS.forEach(field -> longIds.put(field, new LongIds()));
    WITH_DATES.forEach(field -> dates.put(field, new DateEvidence(latest)));
  }

  /**
   * Reads the whole file once, keeping counts and the names of technicians.
   *
   * @param latest no date is meant to lie after it
   */
  public static FileProfile of(
      TextFile file, Layout layout, Mapping mapping, LocalDate latest, Progress progress)
      throws IOException {
    FileProfile profile = new FileProfile(mapping, latest);
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
    String team = row.text(Field.TECHNICIAN);
    if (Text.control(team) == null) {
      technicians.see(row.line(), team, row.text(Field.TECHNICIAN_ID));
    }
    row.layout().twins().forEach((field, twin) -> compare(row, field, twin));
    for (Field field : IDS) {
      String id = row.text(field);
      if (Ids.isLong(id)) {
        longIds.get(field).all++;
        longIds.get(field).inZeros += Ids.endsInZeros(id) ? 1 : 0;
      }
    }
    if (row.written(Field.DATE).isEmpty()) {
      return;
    }
    dated++;
    customerIds += row.text(Field.CUSTOMER_ID).isEmpty() ? 0 : 1;
    String outcome = row.text(Field.OUTCOME);
    if (!outcome.isEmpty()
        && words.outcome.read(mapping.word(Field.OUTCOME, outcome)).equals(MADE)) {
      statedAsMade++;
    }
  }

  private void compare(RowView row, Field field, int twin) {
    String one = row.written(field);
    String other = Text.tidy(row.row().cell(twin));
    if (!one.equals(other)) {
      contradictions.putIfAbsent(
          field,
          new Contradiction(row.layout().header(field).orElseThrow(), row.line(), one, other));
    }
  }

  /** Where most lines say that a visit was made, one that says nothing does not say so. */
  boolean saysWhatWasMade() {
    return statedAsMade > 0 && statedAsMade >= MOST * dated;
  }

  /** Whether a spreadsheet has rounded an id, so that several have become one. */
  boolean isRounded(Field field, String id) {
    LongIds all = longIds.get(field);
    return Ids.isRounded(id) || (Ids.isLong(id) && all.all > 1 && all.all == all.inZeros);
  }

  public long rows() {
    return rows;
  }

  public Technicians technicians() {
    return technicians;
  }

  /** Whether customers can be told apart by the company's own ids. */
  public boolean hasCustomerIds() {
    return customerIds > 0 && customerIds >= FILLED * dated;
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

  /**
   * What nobody but the company can answer.
   *
   * @param orderKnown whether somebody has said in which order dates are written
   */
  public List<String> questions(boolean orderKnown) {
    List<String> questions = new ArrayList<>();
    contradictions.forEach(
        (field, it) ->
            questions.add(
                "There are two columns %s, and line %d has \"%s\" in one and \"%s\" in the other. Say which is meant in a mapping file: \"%s = %s #1\" or \"%s = %s #2\"."
                    .formatted(
                        it.header,
                        it.line,
                        Text.shown(Text.cut(it.one, SHOWN)),
                        Text.shown(Text.cut(it.other, SHOWN)),
                        field.label(),
                        it.header,
                        field.label(),
                        it.header)));
    if (orderKnown) {
      return questions;
    }
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
