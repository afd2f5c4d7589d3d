package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Tells lines that are no visits from visits without a date: sums, headings, footnotes. */
final class Asides {
  private static final String SUM =
      "(?:(?:grand|report|page|sub|overall)[ -]?)?(?:totals?|sums?|counts?|average|avg)"
          + "|zwischensumme|gesamt\\p{L}*|summe|durchschnitt|anzahl"
          + "|sous-total|total g[e\u00E9]n[e\u00E9]ral|totaux|somme|moyenne"
          + "|suma|totales|promedio|totale|subtotale|somma|totaal|subtotaal|som|soma|totais";
  private static final Pattern BEGINS_AS_SUM =
      Pattern.compile("\\W*(?:" + SUM + ")\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDS_AS_SUM =
      Pattern.compile(".*\\s(?:" + SUM + ")\\W*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[\\d.,:$ h-]*");

  private Asides() {}

  /** Whether a line without a date is a sum of others; a customer may be called Total as well. */
  static boolean isTotal(RowView row) {
    if (!NUMBER.matcher(row.written(Field.TECHNICIAN)).matches()) {
      return false;
    }
    return row.row().cells().stream()
        .filter(cell -> !cell.isBlank())
        .findFirst()
        .map(Text::tidy)
        .filter(it -> BEGINS_AS_SUM.matcher(it).matches() || ENDS_AS_SUM.matcher(it).matches())
        .isPresent();
  }

  /** A single cell in front: a heading of those below it, or a footnote. */
  static boolean isSingle(RowView row) {
    List<String> cells = row.row().cells();
    Integer date = row.layout().columns().get(Field.DATE);
    List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
    return filled.size() == 1
        && row.layout().headers().size() > 1
        && (!cells.get(0).isBlank() || (date != null && !row.row().cell(date).isBlank()))
        && filled.get(0).chars().anyMatch(Character::isLetter);
  }
}
