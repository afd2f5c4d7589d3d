package io.familiarface.history.file;

import java.util.ArrayList;
import java.util.List;

/** Takes a row apart. */
final class Cells {
  private Cells() {}

  /**
   * The cells of a row, or null when a quotation mark is still open at its end. A blank in front of
   * a cell stays: it may be all that shows that a separator stands in a cell.
   */
  static List<String> split(String text, char separator) {
    return split(text, separator, false);
  }

  /**
   * The same, or null as well when a letter follows a closing quotation mark: a row that goes over
   * several lines then begins with a mark that was never closed.
   */
  static List<String> splitStrictly(String text, char separator) {
    return split(text, separator, true);
  }

  private static List<String> split(String text, char separator, boolean strict) {
    List<String> cells = new ArrayList<>(16);
    int at = 0;
    int length = text.length();
    while (true) {
      int start = at;
      while (start < length && text.charAt(start) == ' ') {
        start++;
      }
      int quote = quote(text, start);
      if (quote >= 0) {
        StringBuilder cell = new StringBuilder();
        at = quoted(text, quote + 1, separator, cell);
        if (at < 0) {
          return null;
        }
        int next = text.indexOf(separator, at);
        // What stands after the closing mark belongs to the cell: "Smith" Ann
        int end = next < 0 ? length : next;
        if (strict && !text.substring(at, end).isBlank()) {
          return null;
        }
        cell.append(text, at, end);
        cells.add(withoutArmour(cell.toString().strip()));
        at = next < 0 ? length : next;
      } else {
        int next = text.indexOf(separator, at);
        cells.add(withoutArmour(text.substring(at, next < 0 ? length : next).stripTrailing()));
        at = next < 0 ? length : next;
      }
      if (at >= length) {
        return cells;
      }
      at++;
    }
  }

  /** Where a quotation mark opens a cell, as in "52" and ="52"; -1 where none does. */
  private static int quote(String text, int start) {
    if (text.startsWith("\"", start)) {
      return start;
    }
    return text.startsWith("=\"", start) ? start + 1 : -1;
  }

  private static int quoted(String text, int from, char separator, StringBuilder cell) {
    int at = from;
    while (true) {
      int mark = text.indexOf('"', at);
      if (mark < 0) {
        return -1;
      }
      cell.append(text, at, mark);
      if (isEscaped(text, from, mark, separator)) {
        cell.setCharAt(cell.length() - 1, '"');
        at = mark + 1;
      } else if (mark + 1 < text.length() && text.charAt(mark + 1) == '"') {
        cell.append('"');
        at = mark + 2;
      } else {
        return mark + 1;
      }
    }
  }

  /** A mark behind a backslash, as databases write it, does not close the cell that goes on. */
  private static boolean isEscaped(String text, int from, int mark, char separator) {
    if (mark == from || text.charAt(mark - 1) != '\\' || ends(text, mark + 1, separator)) {
      return false;
    }
    return text.charAt(mark + 1) != '"' || ends(text, mark + 2, separator);
  }

  private static boolean ends(String text, int at, char separator) {
    return at >= text.length() || text.charAt(at) == separator || text.charAt(at) == '\n';
  }

  /** A cell without what a spreadsheet puts around it to keep it a text: ="52" or '052. */
  private static String withoutArmour(String cell) {
    if (cell.length() < 2) {
      return cell;
    }
    char first = cell.charAt(0);
    if (first == '='
        && cell.length() > 2
        && cell.charAt(1) == '"'
        && cell.indexOf('"', 2) == cell.length() - 1) {
      return cell.substring(2, cell.length() - 1).strip();
    }
    boolean marked = first == '\'' && "0123456789+-=@(".indexOf(cell.charAt(1)) >= 0;
    return marked ? cell.substring(1) : cell;
  }
}
