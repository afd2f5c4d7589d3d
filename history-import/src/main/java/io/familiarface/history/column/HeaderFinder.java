package io.familiarface.history.column;

import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.file.UnreadableHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the header, wherever it stands in the first lines, and what its columns say. */
public final class HeaderFinder {
  private static final int ROWS_TO_LOOK_AT = 50;

  /** So many columns that only one system has make clear that it is that system. */
  private static final int CLEARLY = 2;

  /** What is needed weighs more than anything that may be there. */
  private static final int REQUIRED_WEIGHT = 100;

  private static final List<Preset> SYSTEMS =
      Stream.of("quickbooks", "jobber", "housecall-pro").map(Preset::named).toList();
  private static final Preset GENERIC = Preset.named("generic");

  private final Optional<Preset> preset;
  private final Mapping mapping;

  /**
   * @param preset empty to find out whose names they are
   */
  public HeaderFinder(Optional<String> preset, Mapping mapping) {
    this.preset = preset.map(Preset::named);
    this.mapping = mapping;
  }

  /**
   * Finds the header of a file.
   *
   * @throws UnreadableHistory when date, customer or technician have no column, with what to do
   */
  public Layout find(TextFile file) throws IOException {
    List<Row> first = new ArrayList<>();
    try (TextFile.OpenFile rows = file.open()) {
      for (Row row = rows.next();
          row != null && first.size() < ROWS_TO_LOOK_AT;
          row = rows.next()) {
        first.add(row);
      }
    }
    Layout best =
        first.stream()
            .filter(row -> row.isReadable() && !row.isBlank())
            .map(this::layout)
            .max(Comparator.<Layout>comparingInt(HeaderFinder::score))
            .orElseThrow(() -> new UnreadableHistory("There is no row that can be read."));
    if (score(best) < 2 * REQUIRED_WEIGHT) {
      throw new UnreadableHistory(noHeader(first));
    }
    Layout whole = withHeading(best, first);
    mustHaveAll(whole);
    mustFollowMapping(whole);
    return whole;
  }

  /** Some systems write the name of each above the lines, and then have no column for it. */
  private Layout withHeading(Layout layout, List<Row> first) {
    boolean isHeading =
        first.stream()
            .filter(row -> row.line() > layout.headerLine() && !row.isBlank())
            .findFirst()
            .filter(Row::isReadable)
            .filter(row -> GroupHeadings.isHeading(row, layout))
            .isPresent();
    List<Field> missing = new ArrayList<>();
    if (!hasCustomer(layout)) {
      missing.add(Field.CUSTOMER);
    }
    if (!layout.has(Field.TECHNICIAN)) {
      missing.add(Field.TECHNICIAN);
    }
    boolean may = Preset.named(layout.preset()).headings().containsAll(missing);
    return isHeading && may && missing.size() == 1 ? layout.withHeading(missing.get(0)) : layout;
  }

  private static int score(Layout layout) {
    int required = 0;
    required += layout.has(Field.DATE) ? 1 : 0;
    required += hasCustomer(layout) ? 1 : 0;
    required += layout.has(Field.TECHNICIAN) ? 1 : 0;
    return required * REQUIRED_WEIGHT + layout.columns().size();
  }

  private static boolean hasCustomer(Layout layout) {
    return layout.has(Field.CUSTOMER) || layout.has(Field.LAST_NAME) || layout.has(Field.COMPANY);
  }

  private void mustHaveAll(Layout layout) {
    List<String> missing = new ArrayList<>();
    if (!layout.has(Field.DATE)) {
      missing.add("date");
    }
    if (!hasCustomer(layout) && layout.heading() != Field.CUSTOMER) {
      missing.add("customer");
    }
    if (!layout.has(Field.TECHNICIAN) && layout.heading() != Field.TECHNICIAN) {
      missing.add("technician");
    }
    if (!missing.isEmpty()) {
      throw new UnreadableHistory(
          "No column was understood as %s. Line %d has the columns %s. Say which it is in a mapping file: \"%s = THEIR HEADER\"."
              .formatted(
                  String.join(" or ", missing),
                  layout.headerLine(),
                  String.join(", ", layout.headers()),
                  missing.get(0)));
    }
  }

  /** A slip in a mapping file must not cost a column. */
  private void mustFollowMapping(Layout layout) {
    mapping
        .columns()
        .forEach(
            (field, header) -> {
              if (!header.isBlank() && !layout.has(field)) {
                throw new UnreadableHistory(
                    "The mapping says %s = %s, but no column is named so. Line %d has the columns %s."
                        .formatted(
                            field.label(),
                            header,
                            layout.headerLine(),
                            String.join(", ", layout.headers())));
              }
            });
  }

  private static String noHeader(List<Row> first) {
    String seen =
        first.stream()
            .filter(row -> row.isReadable() && !row.isBlank())
            .findFirst()
            .map(row -> String.join(" | ", row.cells()))
            .orElse("");
    return "No header was found in the first %d lines; one of them must name the columns for date, customer and technician. The first line reads: %s. Add a header, or say in a mapping file how yours are named: \"date = THEIR HEADER\"."
        .formatted(first.size(), seen.length() > 120 ? seen.substring(0, 120) + "…" : seen);
  }

  private Layout layout(Row row) {
    List<String> normal = row.cells().stream().map(Header::normal).toList();
    Preset used = preset.orElseGet(() -> clearlyOf(normal));
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    mapping
        .columns()
        .forEach((field, header) -> place(columns, field, List.of(Header.normal(header)), normal));
    for (Preset names : List.of(used, GENERIC)) {
      for (Field field : Field.values()) {
        if (!mapping.columns().containsKey(field)) {
          place(columns, field, names.headers().get(field), normal);
        }
      }
    }
    return new Layout(row.line(), row.cells(), columns, used.name(), preset.isEmpty(), null);
  }

  /** The first name that a column has which no other field has taken. */
  private static void place(
      Map<Field, Integer> columns, Field field, List<String> names, List<String> headers) {
    if (columns.containsKey(field)) {
      return;
    }
    for (String name : names) {
      for (int column = 0; column < headers.size(); column++) {
        if (!name.isEmpty() && headers.get(column).equals(name) && !columns.containsValue(column)) {
          columns.put(field, column);
          return;
        }
      }
    }
  }

  private static Preset clearlyOf(List<String> normalHeaders) {
    return SYSTEMS.stream()
        .filter(candidate -> candidate.signs(normalHeaders) >= CLEARLY)
        .max(Comparator.comparingLong(candidate -> candidate.signs(normalHeaders)))
        .orElse(GENERIC);
  }
}
