package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.value.Text;
import java.io.IOException;
import java.util.Optional;

/** Says of a row why it stays out, or what is to be known of it. */
final class Refusals {
  private static final int LONGEST_VALUE = 200;

  private final RejectedLines rejected;
  private final Notes notes;

  Refusals(RejectedLines rejected, Notes notes) {
    this.rejected = rejected;
    this.notes = notes;
  }

  void note(Note note, RowView row, String example) {
    notes.add(note, row.line(), example);
  }

  <T> Optional<T> reject(RowView row, Field field, String why) throws IOException {
    return reject(row, row.layout().header(field).orElse(field.label()), row.written(field), why);
  }

  <T> Optional<T> reject(RowView row, String column, String value, String why) throws IOException {
    String shown = value == null || value.isEmpty() ? null : Text.cut(value, LONGEST_VALUE);
    rejected.add(new RejectedLine(row.line(), column, shown, why));
    return Optional.empty();
  }
}
