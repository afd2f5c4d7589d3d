package io.familiarface.history.column;

import io.familiarface.history.file.Row;
import io.familiarface.history.value.Text;
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
    if (isTotal(row, first)) {
      end(first.substring(TOTAL.length()).strip());
      return true;
    }
    if (isHeading(row, layout)) {
      names.push(first);
      return true;
    }
    return false;
  }

  /** A sum stands beside it, or it names who is above: else somebody is called so. */
  private boolean isTotal(Row row, String first) {
    return first.toLowerCase(Locale.ROOT).startsWith(TOTAL)
        && isWithoutDate(row)
        && (filled(row) > 1 || names.contains(ofWhom(first.substring(TOTAL.length()).strip())));
  }

  private boolean isWithoutDate(Row row) {
    Integer date = layout.columns().get(Field.DATE);
    return date == null || row.cell(date).isBlank() || Text.tidy(row.cell(date)).equals(first(row));
  }

  private static String ofWhom(String text) {
    return text.replaceFirst("(?i)^for ", "");
  }

  private static long filled(Row row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private void end(String ofWhom) {
    String name = ofWhom(ofWhom);
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
    Integer date = layout.columns().get(Field.DATE);
    return filled(row) == 1
        && date != null
        && row.cells().subList(0, Math.min(date + 1, row.cells().size())).stream()
            .anyMatch(cell -> !cell.isBlank())
        && first(row).chars().anyMatch(Character::isLetter);
  }

  private static String first(Row row) {
    return Text.tidy(row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse(""));
  }
}
