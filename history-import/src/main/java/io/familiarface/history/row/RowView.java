package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Words;

/**
 * A row by what its cells say.
 *
 * @param heading what stands above the row instead of in a column of its own, or empty
 */
public record RowView(Row row, Layout layout, String heading) {
  long line() {
    return row.line();
  }

  /** The text of a field, empty when there is no such column or nothing is known. */
  String text(Field field) {
    if (field == layout.heading()) {
      return heading;
    }
    Integer column = layout.columns().get(field);
    if (column == null) {
      return "";
    }
    String cell = row.cell(column);
    return Words.isUnknown(cell) ? "" : Names.tidy(cell);
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

  boolean repeatsHeader() {
    return row.cells().equals(layout.headers());
  }

  /** The customer's name, from whichever columns have it. */
  String customer() {
    String whole = text(Field.CUSTOMER);
    if (!whole.isEmpty()) {
      return whole;
    }
    String person = (text(Field.FIRST_NAME) + " " + text(Field.LAST_NAME)).strip();
    return person.isEmpty() ? text(Field.COMPANY) : person;
  }
}
