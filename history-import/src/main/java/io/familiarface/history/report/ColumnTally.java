package io.familiarface.history.report;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how the cells of one column were understood. */
public final class ColumnTally {
  private static final int EXAMPLES = 5;
  private static final int MEANINGS = 40;

  private final Map<String, Long> meanings = new LinkedHashMap<>();
  private final List<String> examples = new ArrayList<>();
  private long understood;
  private long blank;
  private long unreadable;

  public void blank() {
    blank++;
  }

  public void understood() {
    understood++;
  }

  /** For columns with few different words: which word was taken for what. */
  public void understood(String text, String meaning) {
    understood++;
    String pair = Text.shown(text) + " → " + meaning;
    if (meanings.size() < MEANINGS || meanings.containsKey(pair)) {
      meanings.merge(pair, 1L, Long::sum);
    }
  }

  public void unreadable(long line, String text) {
    unreadable++;
    if (examples.size() < EXAMPLES) {
      examples.add(
          "%s (line %d)"
              .formatted(
                  text.length() > 40 ? Text.cut(Text.shown(text), 40) + "…" : Text.shown(text),
                  line));
    }
  }

  /** The result, under the name that the column has in the file. */
  public ColumnReport report(Field field, String header, String how) {
    List<String> most =
        meanings.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .map(entry -> "%s (%,d)".formatted(entry.getKey(), entry.getValue()))
            .toList();
    return new ColumnReport(
        field, header, how, understood, blank, unreadable, most, List.copyOf(examples));
  }
}
