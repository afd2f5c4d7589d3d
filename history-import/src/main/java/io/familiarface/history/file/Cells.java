package io.familiarface.history.file;

import java.util.ArrayList;
import java.util.List;

/** Takes a row apart. */
final class Cells {
  private Cells() {}

  /** The cells of a row, or null when a quotation mark is still open at its end. */
  static List<String> split(String text, char separator) {
    List<String> cells = new ArrayList<>(16);
    int at = 0;
    int length = text.length();
    while (true) {
      int start = at;
      while (start < length && text.charAt(start) == ' ') {
        start++;
      }
      if (start < length && text.charAt(start) == '"') {
        StringBuilder cell = new StringBuilder();
        at = quoted(text, start + 1, cell);
        if (at < 0) {
          return null;
        }
        int next = text.indexOf(separator, at);
        // What stands after the closing mark belongs to the cell: "Smith" Ann
        cell.append(text, at, next < 0 ? length : next);
        cells.add(cell.toString().strip());
        at = next < 0 ? length : next;
      } else {
        int next = text.indexOf(separator, at);
        cells.add(text.substring(at, next < 0 ? length : next).strip());
        at = next < 0 ? length : next;
      }
      if (at >= length) {
        return cells;
      }
      at++;
    }
  }

  private static int quoted(String text, int from, StringBuilder cell) {
    int at = from;
    while (true) {
      int mark = text.indexOf('"', at);
      if (mark < 0) {
        return -1;
      }
      cell.append(text, at, mark);
      if (mark + 1 < text.length() && text.charAt(mark + 1) == '"') {
        cell.append('"');
        at = mark + 2;
      } else {
        return mark + 1;
      }
    }
  }
}
