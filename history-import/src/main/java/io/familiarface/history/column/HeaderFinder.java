package io.familiarface.history.column;

import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.value.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the header, wherever it stands in the first lines, and what its columns say. */
public final class HeaderFinder {
  private static final int ROWS_TO_LOOK_AT = 50;

  /** So many columns that only one system has make clear that it is that system. */
  private static final int CLEARLY = 2;

  private static final int FEWEST_COLUMNS = 3;

  /** What is needed weighs more than anything that may be there. */
  private static final int REQUIRED_WEIGHT = 100;

  private static final Pattern NTH = Pattern.compile("(.+)#\\s*([1-9]\\d?)\\s*");
  private static final Pattern LIKE_A_DATE = Pattern.compile("(?i)date|\\bday\\b|\\bwhen\\b");
  private static final Pattern LIKE_A_CUSTOMER =
      Pattern.compile("(?i)customer|client|subject|account|contact");
  private static final Pattern LIKE_A_TECHNICIAN =
      Pattern.compile("(?i)tech|employee|assigned|staff|crew|worker|provider|sales rep");

  private static final List<Preset> SYSTEMS = Preset.SYSTEMS.stream().map(Preset::named).toList();
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
      best =
          first.stream()
              .filter(HeaderFinder::couldBeHeader)
              .findFirst()
              .map(this::layout)
              .orElseThrow(() -> new UnreadableHistory(noHeader(first)));
    }
    Layout whole = withHeading(best, first);
    mustHaveAll(whole);
    mustFollowMapping(whole);
    return whole;
  }

  /** Names of columns are words, and a table has several. */
  private static boolean couldBeHeader(Row row) {
    List<String> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    return row.isReadable()
        && filled.size() >= FEWEST_COLUMNS
        && filled.stream().allMatch(cell -> !cell.matches("[\\s$(+-]*\\d.*"));
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
    Map<String, Pattern> missing = new LinkedHashMap<>();
    if (!layout.has(Field.DATE)) {
      missing.put("date", LIKE_A_DATE);
    }
    if (!hasCustomer(layout) && layout.heading() != Field.CUSTOMER) {
      missing.put("customer", LIKE_A_CUSTOMER);
    }
    if (!layout.has(Field.TECHNICIAN) && layout.heading() != Field.TECHNICIAN) {
      missing.put("technician", LIKE_A_TECHNICIAN);
    }
    if (missing.isEmpty()) {
      return;
    }
    String columns = String.join(", ", layout.headers());
    if (missing.containsKey("date")
        && missing.containsKey("technician")
        && ClientColumns.of(layout.headers()).isClientList()) {
      throw new UnreadableHistory(
          "This is a list of clients, not of visits: line %d has the columns %s. Export the visits, and give this list beside them: --clients."
              .formatted(layout.headerLine(), columns));
    }
    throw new UnreadableHistory(
        "No column was understood as %s. Line %d has the columns %s. Say which it is in a mapping file: %s."
            .formatted(
                String.join(" or ", missing.keySet()),
                layout.headerLine(),
                columns,
                missing.entrySet().stream()
                    .map(it -> suggestion(it.getKey(), it.getValue(), layout.headers()))
                    .collect(Collectors.joining(", "))));
  }

  private static String suggestion(String field, Pattern like, List<String> headers) {
    return "\"%s = %s\""
        .formatted(
            field,
            headers.stream()
                .filter(header -> like.matcher(header).find())
                .findFirst()
                .orElse("THEIR HEADER"));
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
            .map(row -> Text.shown(String.join(" | ", row.cells())))
            .orElse("");
    return "No header was found in the first %d lines; one of them must name the columns for date, customer and technician. The first line reads: %s. Add a header, or say in a mapping file how yours are named: \"date = THEIR HEADER\"."
        .formatted(first.size(), seen.length() > 120 ? Text.cut(seen, 120) + "…" : seen);
  }

  private Layout layout(Row row) {
    List<String> headers = row.cells().stream().map(Text::tidy).map(Text::shown).toList();
    List<String> normal = headers.stream().map(Header::normal).toList();
    Preset used = preset.orElseGet(() -> clearlyOf(normal));
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    mapping.columns().forEach((field, header) -> place(columns, field, header, normal));
    for (Preset names : List.of(used, GENERIC)) {
      for (Field field : Field.values()) {
        if (!mapping.columns().containsKey(field)) {
          place(columns, field, names.headers().get(field), normal);
        }
      }
    }
    boolean spaced = row.cells().stream().anyMatch(cell -> cell.startsWith(" "));
    return new Layout(
        row.line(),
        headers,
        columns,
        used.name(),
        preset.isEmpty(),
        null,
        spaced,
        twins(columns, normal));
  }

  /** Nobody but the company knows which of two columns of one name is meant. */
  private Map<Field, Integer> twins(Map<Field, Integer> columns, List<String> normal) {
    Map<Field, Integer> twins = new EnumMap<>(Field.class);
    columns.forEach(
        (field, used) -> {
          int last = normal.lastIndexOf(normal.get(used));
          if (last != used && !mapping.columns().containsKey(field)) {
            twins.put(field, last);
          }
        });
    return twins;
  }

  /** The column that the mapping names; "Status #2" is the second one of that name. */
  private static void place(
      Map<Field, Integer> columns, Field field, String header, List<String> headers) {
    place(columns, field, List.of(Header.normal(header)), headers);
    Matcher nth = NTH.matcher(header);
    if (!columns.containsKey(field) && nth.matches()) {
      String name = Header.normal(nth.group(1));
      IntStream.range(0, headers.size())
          .filter(column -> headers.get(column).equals(name))
          .skip(Long.parseLong(nth.group(2)) - 1)
          .findFirst()
          .ifPresent(column -> columns.put(field, column));
    }
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
