package io.familiarface.rest.bulk;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields that the columns of a CSV file are.
 *
 * @param columns the path of each to its field: {@code address.city} has two steps
 */
record CsvHeader(List<List<String>> columns) {
  private static final int MOST_STEPS = 5;
  private static final int LONGEST_QUOTED = 60;

  /** What stands for bytes that are none of the charset's. */
  static final char REPLACED = '\uFFFD';

  /**
   * Understands the cells of the first line.
   *
   * @throws HttpProblem 400, with the column and what to do
   */
  static CsvHeader of(List<String> cells) {
    if (cells.stream().anyMatch(cell -> cell.indexOf(REPLACED) >= 0 || cell.indexOf('\0') >= 0)) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The first line has bytes that are no text in the charset of the request: save the file"
              + " as UTF-8, or name its charset, as in text/csv; charset=utf-16.");
    }
    if (cells.size() == 1) {
      mustHaveCommas(cells.get(0));
    }
    List<List<String>> columns = new ArrayList<>();
    Set<String> fields = new HashSet<>();
    for (String cell : cells) {
      List<String> path = path(cell.strip(), columns.size() + 1);
      if (!fields.add(String.join(".", path))) {
        throw refused("the column %s stands there twice".formatted(quoted(cell)));
      }
      columns.add(path);
    }
    for (List<String> path : columns) {
      for (int steps = 1; steps < path.size(); steps++) {
        String object = String.join(".", path.subList(0, steps));
        if (fields.contains(object)) {
          throw refused(
              "the column %s is a value, and %s a part of it"
                  .formatted(quoted(object), quoted(String.join(".", path))));
        }
      }
    }
    return new CsvHeader(columns);
  }

  private static List<String> path(String name, int column) {
    if (name.isEmpty()) {
      throw refused("column %d has no name".formatted(column));
    }
    // So many steps at most, however many dots there are.
    List<String> path = List.of(name.split("\\.", MOST_STEPS + 1));
    if (path.size() > MOST_STEPS || path.stream().anyMatch(String::isBlank)) {
      throw refused("the column %s is no field".formatted(quoted(name)));
    }
    return path;
  }

  private static void mustHaveCommas(String line) {
    String between =
        line.indexOf(';') >= 0 ? "semicolons" : line.indexOf('\t') >= 0 ? "tabs" : null;
    if (between != null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The columns are separated by %s: save the file with commas between them."
              .formatted(between));
    }
  }

  private static String quoted(String name) {
    String plain = name.strip();
    return '"'
        + (plain.length() > LONGEST_QUOTED ? plain.substring(0, LONGEST_QUOTED) + "…" : plain)
        + '"';
  }

  private static HttpProblem refused(String why) {
    return CommonProblem.INVALID_REQUEST.because(
        "The first line must name the columns, each once: " + why + ".");
  }
}
