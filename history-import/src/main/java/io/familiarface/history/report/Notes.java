package io.familiarface.history.report;

import io.familiarface.history.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a person should know, with the first lines as examples. */
public final class Notes {
  private static final int EXAMPLES = 5;

  /**
   * @param examples such as "line 17: Ann Lee"
   */
  public record Counted(Note note, long count, List<String> examples) {}

  private static final class Tally {
    private long count;
    private final List<String> examples = new ArrayList<>();
  }

  private final Map<Note, Tally> tallies = new EnumMap<>(Note.class);

  public void add(Note note, long line, String what) {
    Tally tally = tallies.computeIfAbsent(note, key -> new Tally());
    tally.count++;
    if (tally.examples.size() < EXAMPLES) {
      tally.examples.add("line %d: %s".formatted(line, Text.shown(what)));
    }
  }

  public List<Counted> all() {
    return tallies.entrySet().stream()
        .map(e -> new Counted(e.getKey(), e.getValue().count, List.copyOf(e.getValue().examples)))
        .sorted(Comparator.comparing(Counted::note))
        .toList();
  }
}
