package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Text;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Finds cells that are no text, and cells that seem to stand in another's place. */
final class CellFaults {
  /** What has no letters only, so that a name in it is another cell's. */
  private static final Set<Field> WITH_DIGITS =
      EnumSet.of(
          Field.PRICE,
          Field.PHONE,
          Field.EMAIL,
          Field.POSTAL_CODE,
          Field.TIME,
          Field.WINDOW,
          Field.ARRIVED);

  private static final Set<Field> NOT_NAMES =
      EnumSet.complementOf(
          EnumSet.of(
              Field.DATE,
              Field.CUSTOMER,
              Field.FIRST_NAME,
              Field.LAST_NAME,
              Field.COMPANY,
              Field.TECHNICIAN));

  private final Technicians technicians;
  private final Refusals refusals;

  CellFaults(Technicians technicians, Refusals refusals) {
    this.technicians = technicians;
    this.refusals = refusals;
  }

  /** Says so when a cell that is used is no text, or seems to stand in another's place. */
  boolean refuses(RowView row) throws IOException {
    for (Map.Entry<Field, Integer> used : row.layout().columns().entrySet()) {
      String control = Text.control(row.row().cell(used.getValue()));
      if (control != null) {
        refusals.reject(
            row,
            used.getKey(),
            "The cell has %s in it, which is no text: delete it.".formatted(control));
        return true;
      }
    }
    boolean inTwo = row.hasCellInTwo();
    for (Field field : row.layout().columns().keySet()) {
      if (seemsShifted(row, field, inTwo)) {
        refusals.reject(
            row,
            field,
            "A comma seems to stand in a cell without quotation marks, so that the cells behind it"
                + " are one too far right. Put that cell in quotation marks.");
        return true;
      }
    }
    return false;
  }

  /** A technician's name where a price is due, or behind a name that is in two cells. */
  private boolean seemsShifted(RowView row, Field field, boolean inTwo) {
    if (!WITH_DIGITS.contains(field) && (!inTwo || !NOT_NAMES.contains(field))) {
      return false;
    }
    String text = row.text(field);
    boolean words =
        !text.isEmpty() && text.chars().noneMatch(c -> c == '@' || (c >= '0' && c <= '9'));
    return words
        && (technicians.isNamed(text)
            || (inTwo && WITH_DIGITS.contains(field) && text.contains(" ")));
  }
}
