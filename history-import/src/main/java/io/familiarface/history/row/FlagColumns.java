package io.familiarface.history.row;

import io.familiarface.history.column.Layout;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns such as "No show" or "Rescheduled" that are ticked where a visit was not made, and such
 * as "Attended" that are not ticked then.
 */
final class FlagColumns {
  private static final Pattern WORDS_IN_ONE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|_");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)^(?:(?:is|was|has|did(?!"
              + " not)|visit|job|appointment|customer)\\b)+|[?:]|\\(.*\\)|\\b(?:y/n|yes/no|flag|indicator|date|at|on)\\s*$");

  private static final Pattern MADE =
      Pattern.compile(
          "(?i)complet|\\b(?:done|serviced|performed|finished|attended|closed|visited|showed|took"
              + " place)\\b");
  private static final Pattern ON_HOLD = Pattern.compile("(?i)(?:on[ -])?hold");
  private static final List<Dates> ANY_ORDER =
      Stream.of(DateOrder.values()).map(order -> new Dates(order, ZoneOffset.UTC)).toList();

  /** A reason, or who did it, says that it was done. */
  private static final Pattern OF_WORDS = Pattern.compile("(?i)\\b(?:reason|by|note)\\s*$");

  private final Map<Integer, Outcome> columns = new LinkedHashMap<>();
  private final Set<Integer> ofWords = new HashSet<>();
  private final Words words;

  FlagColumns(Layout layout, Words words) {
    this.words = words;
    for (int column = 0; column < layout.headers().size(); column++) {
      if (!layout.columns().containsValue(column)) {
        String header = WORDS_IN_ONE.matcher(layout.headers().get(column)).replaceAll(" ");
        String name = QUESTION.matcher(header).replaceAll("").strip();
        String what = OF_WORDS.matcher(name).replaceAll("").strip();
        if (!what.equals(name)) {
          ofWords.add(column);
        }
        add(column, what);
      }
    }
  }

  private void add(int column, String header) {
    words
        .outcome
        .exactly(header)
        .filter(outcome -> outcome != Outcome.COMPLETED || isForMade(header))
        .filter(outcome -> outcome != Outcome.PLANNED || ON_HOLD.matcher(header).matches())
        .ifPresent(outcome -> columns.put(column, outcome));
  }

  /** Whether a column of this name is ticked, or has a day, for visits that were made. */
  static boolean isForMade(String header) {
    return MADE.matcher(header).find();
  }

  /** What says that a visit was not made, if anything does. */
  Optional<Outcome> read(RowView row) {
    for (Map.Entry<Integer, Outcome> column : columns.entrySet()) {
      String cell = Text.tidy(row.row().cell(column.getKey()));
      boolean made = column.getValue() == Outcome.COMPLETED;
      boolean ticked = !cell.isEmpty() && (!made || !words.yesOrNo.read(cell).orElse(true));
      boolean said =
          ofWords.contains(column.getKey())
              && !made
              && !Words.isUnknown(cell)
              && words.yesOrNo.read(cell).orElse(true);
      if (ticked && (made || said || isTick(cell))) {
        return Optional.of(made ? Outcome.PLANNED : column.getValue());
      }
    }
    return Optional.empty();
  }

  /** A mark, a yes, or the day on which it was. */
  private boolean isTick(String cell) {
    return words
        .yesOrNo
        .read(cell)
        .orElseGet(() -> ANY_ORDER.stream().anyMatch(it -> it.read(cell) != null));
  }
}
