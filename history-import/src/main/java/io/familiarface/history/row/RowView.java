package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A row by what its cells say. */
public final class RowView {
  /** A line break in them parts two streets, two numbers, two people. */
  private static final Set<Field> WITH_LINES =
      EnumSet.of(Field.ADDRESS, Field.ADDRESS2, Field.PHONE, Field.EMAIL, Field.TECHNICIAN);

  private static final Set<Field> NAMES =
      EnumSet.of(Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY);

  private static final int FIELDS = Field.values().length;

  private final Row row;
  private final Layout layout;
  private final String heading;
  private final String[] written = new String[FIELDS];
  private final String[] texts = new String[FIELDS];

  /**
   * @param heading what stands above the row instead of in a column of its own, or empty
   */
  public RowView(Row row, Layout layout, String heading) {
    this.row = row;
    this.layout = layout;
    this.heading = heading;
  }

  Row row() {
    return row;
  }

  Layout layout() {
    return layout;
  }

  long line() {
    return row.line();
  }

  /** The text of a field, empty when there is no such column or nothing is known. */
  String text(Field field) {
    String text = texts[field.ordinal()];
    if (text == null) {
      String all = written(field);
      boolean unknown =
          !all.isEmpty()
              && (NAMES.contains(field) ? Words.isUnknownName(all) : Words.isUnknown(all));
      text = unknown ? "" : all;
      texts[field.ordinal()] = text;
    }
    return text;
  }

  /** The same when it says that nothing is known. */
  String written(Field field) {
    String cell = written[field.ordinal()];
    if (cell == null) {
      cell = cell(field);
      written[field.ordinal()] = cell;
    }
    return cell;
  }

  private String cell(Field field) {
    if (field == layout.heading()) {
      return heading;
    }
    Integer column = layout.columns().get(field);
    if (column == null) {
      return "";
    }
    String cell = row.cell(column);
    return WITH_LINES.contains(field) && cell.indexOf('\n') >= 0
        ? cell.lines().map(Text::tidy).filter(it -> !it.isEmpty()).collect(Collectors.joining("\n"))
        : Text.tidy(cell);
  }

  /** More filled cells than columns: a separator stands in a cell without quotation marks. */
  boolean isShifted() {
    for (int column = layout.headers().size(); column < row.cells().size(); column++) {
      if (!row.cell(column).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** A cell goes on with a blank behind a separator, which only a comma in a sentence has. */
  boolean hasCellInTwo() {
    if (layout.spaced()) {
      return false;
    }
    for (String cell : row.cells()) {
      if (cell.startsWith(" ") && !cell.isBlank()) {
        return true;
      }
    }
    return false;
  }

  boolean repeatsHeader() {
    List<String> cells = row.cells();
    List<String> headers = layout.headers();
    if (cells.size() != headers.size() || !Text.tidy(cells.get(0)).equals(headers.get(0))) {
      return false;
    }
    return cells.stream().map(Text::tidy).toList().equals(headers);
  }

  /** The customer's name, from whichever columns have it. */
  String customer() {
    String whole = text(Field.CUSTOMER);
    if (!whole.isEmpty()) {
      return Words.isNoCustomer(whole) ? "" : whole;
    }
    String first = text(Field.FIRST_NAME);
    String last = text(Field.LAST_NAME);
    boolean nobody = Words.isUnknown(first) && Words.isUnknown(last);
    return nobody ? company() : (first + " " + last).strip();
  }

  /** A column for companies may only say whether it is one. */
  private String company() {
    String company = text(Field.COMPANY);
    return Words.isFlag(company) ? "" : company;
  }
}
