package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Tells lines that are no visits from visits without a date: sums, headings, footnotes. */
final class Asides {
  private static final String SUM =
      "(?:(?:grand|report|page|sub|overall)[ -]?)?(?:totals?|sums?|counts?|average|avg)"
          + "|(?:number|no\\.?|#) of \\p{L}+"
          + "|zwischensumme|gesamt\\p{L}*|summe|durchschnitt|anzahl"
          + "|sous-total|total g[e\u00E9]n[e\u00E9]ral|totaux|somme|moyenne"
          + "|suma|totales|promedio|totale|subtotale|somma|totaal|subtotaal|som|soma|totais";
  private static final Pattern BEGINS_AS_SUM =
      Pattern.compile("\\W*(?:" + SUM + ")\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDS_AS_SUM =
      Pattern.compile(".*\\s(?:" + SUM + ")\\W*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY_SUM =
      Pattern.compile(
          "\\W*(?:mean|median|max(?:imum)?|min(?:imum)?|balance|saldo|solde)\\W*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[\\d.,:$ h-]*");

  private Asides() {}

  /** Whether a line without a date is a sum of others; a customer may be called Total as well. */
  static boolean isTotal(RowView row) {
    String technician = row.written(Field.TECHNICIAN);
    String first =
        row.row().cells().stream()
            .filter(cell -> !cell.isBlank())
            .findFirst()
            .map(Text::tidy)
            .orElse("");
    boolean beforeSum = technician.equals(first) && isNumber(last(row));
    if (!NUMBER.matcher(technician).matches() && !beforeSum) {
      return false;
    }
    boolean nothingElse =
        technician.isEmpty() && row.customer().isEmpty() && row.written(Field.DATE).isEmpty();
    return BEGINS_AS_SUM.matcher(first).matches()
        || ENDS_AS_SUM.matcher(first).matches()
        || ONLY_SUM.matcher(first).matches()
        || (nothingElse && row.row().cells().stream().allMatch(it -> NUMBER.matcher(it).matches()));
  }

  private static String last(RowView row) {
    return row.row().cells().stream().filter(it -> !it.isBlank()).reduce((a, b) -> b).orElse("");
  }

  private static boolean isNumber(String cell) {
    return cell.chars().anyMatch(Character::isDigit) && NUMBER.matcher(cell).matches();
  }

  /** A line of dashes, stars or the like. */
  static boolean isRule(RowView row) {
    return row.row().cells().stream()
        .allMatch(cell -> cell.codePoints().noneMatch(Character::isLetterOrDigit));
  }

  /** A single cell in front: a heading of those below it, or a footnote. */
  static boolean isSingle(RowView row) {
    List<String> cells = row.row().cells();
    Integer date = row.layout().columns().get(Field.DATE);
    List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
    return filled.size() == 1
        && row.layout().headers().size() > 1
        && (!cells.get(0).isBlank() || (date != null && !row.row().cell(date).isBlank()))
        && filled.get(0).chars().anyMatch(Character::isLetterOrDigit);
  }
}
