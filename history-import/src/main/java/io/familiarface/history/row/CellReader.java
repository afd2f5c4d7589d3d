package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.report.ColumnTally;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Vocabulary;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Reads cells and counts how each was understood. */
public final class CellReader {
  private final Mapping mapping;
  private final Map<Field, ColumnTally> byField = new EnumMap<>(Field.class);

  public CellReader(Mapping mapping) {
    this.mapping = mapping;
    for (Field field : Field.values()) {
      byField.put(field, new ColumnTally());
    }
  }

  public ColumnTally of(Field field) {
    return byField.get(field);
  }

  /** What a cell says, or null when it is blank or means nothing to us. */
  <T> T read(RowView row, Field field, Function<String, T> reader) {
    String text = row.text(field);
    if (text.isEmpty()) {
      of(field).blank();
      return null;
    }
    T value = reader.apply(text);
    if (value == null) {
      of(field).unreadable(row.line(), text);
    } else {
      of(field).understood();
    }
    return value;
  }

  /** The text of a cell, cut to what the services take, or null when it is blank. */
  String text(RowView row, Field field, int longest) {
    return read(row, field, text -> Text.cut(text, longest));
  }

  /** What a word of a cell means, or null. */
  <T> T word(RowView row, Field field, Vocabulary<T> vocabulary) {
    String text = row.text(field);
    if (text.isEmpty()) {
      of(field).blank();
      return null;
    }
    T meaning = vocabulary.read(mapping.word(field, text)).orElse(null);
    if (meaning == null) {
      of(field).unreadable(row.line(), text);
    } else {
      of(field).understood(text, plain(meaning));
    }
    return meaning;
  }

  private static String plain(Object meaning) {
    return meaning instanceof Boolean yes ? (yes ? "yes" : "no") : meaning.toString();
  }
}
