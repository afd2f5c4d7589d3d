package io.familiarface.history.column;

import io.familiarface.history.file.Row;
import io.familiarface.history.value.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Carries the name above the lines of each down to them. Names may stand below each other, as a
 * shop below its owner; a line "Total for ..." ends the one that it names.
 */
public final class GroupHeadings {
  private static final String TOTAL = "total";

  private final Layout layout;
  private final Deque<String> names = new ArrayDeque<>();

  public GroupHeadings(Layout layout) {
    this.layout = layout;
  }

  /** Looks at the next row; true if it is only there to group others. */
  public boolean takes(Row row) {
    if (layout.heading() == null || !row.isReadable() || row.isBlank()) {
      return false;
    }
    String first = first(row);
    if (first.toLowerCase(Locale.ROOT).startsWith(TOTAL)) {
      end(first.substring(TOTAL.length()).strip());
      return true;
    }
    if (isHeading(row, layout)) {
      names.push(first);
      return true;
    }
    return false;
  }

  private void end(String ofWhom) {
    String name = ofWhom.replaceFirst("(?i)^for ", "");
    if (names.contains(name)) {
      while (!names.pop().equals(name)) {
        // What stood below it has ended with it.
      }
    } else {
      names.clear();
    }
  }

  /** Whose lines these are; empty where nobody is named. */
  public String name() {
    String name = names.isEmpty() ? "" : names.peek();
    return name.equalsIgnoreCase("not specified") ? "" : name;
  }

  /** A row with one cell filled, in front of the date or in its place. */
  static boolean isHeading(Row row, Layout layout) {
    long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
    Integer date = layout.columns().get(Field.DATE);
    return filled == 1
        && date != null
        && row.cells().subList(0, Math.min(date + 1, row.cells().size())).stream()
            .anyMatch(cell -> !cell.isBlank())
        && first(row).chars().anyMatch(Character::isLetter)
        && !first(row).toLowerCase(Locale.ROOT).startsWith(TOTAL);
  }

  private static String first(Row row) {
    return Names.tidy(row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse(""));
  }
}
