package io.familiarface.database;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One column of a batch of rows as an array of texts, which PostgreSQL casts to its type. A cell
 * that is a collection becomes the text of an array, to be cast row by row.
 */
record Column(String[] texts) {
  static <T> Column of(Collection<T> rows, Function<T, Object> value) {
    String[] texts = new String[rows.size()];
    int n = 0;
    for (T row : rows) {
      texts[n++] = text(value.apply(row));
    }
    return new Column(texts);
  }

  static String text(Object cell) {
    if (cell instanceof Collection<?> elements) {
      return elements.stream().map(Column::element).collect(Collectors.joining(",", "{", "}"));
    }
    return cell == null ? null : cell.toString();
  }

  private static String element(Object element) {
    return element == null
        ? "NULL"
        : '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
