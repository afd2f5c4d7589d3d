package io.familiarface.history.file;

import java.util.List;

/**
 * One row of the table.
 *
 * @param line where it begins, as an editor counts, from 1
 * @param problem why it can't be read, or null
 */
public record Row(long line, List<String> cells, String problem) {
  static Row of(long line, List<String> cells) {
    return new Row(line, cells, null);
  }

  static Row unreadable(long line, String problem) {
    return new Row(line, List.of(), problem);
  }

  public boolean isReadable() {
    return problem == null;
  }

  public boolean isBlank() {
    return problem == null && cells.stream().allMatch(String::isBlank);
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
