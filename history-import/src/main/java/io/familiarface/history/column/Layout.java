package io.familiarface.history.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column says what.
 *
 * @param headerLine the line of the header, from 1
 * @param headers the names of all columns, as written
 * @param columns where each field is, from 0
 * @param preset by whose names they were understood
 * @param presetGuessed whether nobody said so
 */
public record Layout(
    long headerLine,
    List<String> headers,
    Map<Field, Integer> columns,
    String preset,
    boolean presetGuessed) {

  public boolean has(Field field) {
    return columns.containsKey(field);
  }

  public Optional<String> header(Field field) {
    return Optional.ofNullable(columns.get(field)).map(headers::get);
  }

  /** The same without one field. */
  public Layout without(Field field) {
    var rest = new java.util.EnumMap<Field, Integer>(Field.class);
    rest.putAll(columns);
    rest.remove(field);
    return new Layout(headerLine, headers, rest, preset, presetGuessed);
  }

  /** The columns that nothing is made of. */
  public List<String> unused() {
    return java.util.stream.IntStream.range(0, headers.size())
        .filter(column -> !columns.containsValue(column))
        .mapToObj(headers::get)
        .filter(header -> !header.isBlank())
        .toList();
  }
}
