package io.familiarface.database;

import java.util.Collection;
import java.util.function.Function;

/** One column of a batch of rows as an array of texts, which PostgreSQL casts to its type. */
record Column(String[] texts) {
  static <T> Column of(Collection<T> rows, Function<T, Object> value) {
    return new Column(
        rows.stream()
            .map(value)
            .map(cell -> cell == null ? null : cell.toString())
            .toArray(String[]::new));
  }
}
