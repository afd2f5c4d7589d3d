package io.familiarface.history.row;

import io.familiarface.history.column.Layout;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns such as "No show" or "Rescheduled" that are ticked where a visit was not made. */
final class FlagColumns {
  private static final Pattern QUESTION = Pattern.compile("(?i)^(?:is|was|visit|job)[ _]|[?:]");

  private final Map<Integer, Outcome> columns = new LinkedHashMap<>();
  private final Words words;

  FlagColumns(Layout layout, Words words) {
    this.words = words;
    for (int column = 0; column < layout.headers().size(); column++) {
      if (!layout.columns().containsValue(column)) {
        add(column, QUESTION.matcher(layout.headers().get(column)).replaceAll("").strip());
      }
    }
  }

  private void add(int column, String header) {
    words
        .outcome
        .exactly(header)
        .filter(outcome -> outcome == Outcome.CALLED_OFF || outcome.isMissed())
        .ifPresent(outcome -> columns.put(column, outcome));
  }

  /** What a tick says of a visit, if there is one. */
  Optional<Outcome> read(RowView row) {
    return columns.entrySet().stream()
        .filter(it -> words.yesOrNo.read(Text.tidy(row.row().cell(it.getKey()))).orElse(false))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
