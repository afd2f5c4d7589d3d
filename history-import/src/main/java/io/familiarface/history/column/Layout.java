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
 * @param heading what stands above the lines of each instead of in a column, or null
 * @param spaced whether whoever wrote the file sets a blank behind each separator
 * @param twins a second column of the same name, for fields whose column nobody chose
 */
public record Layout(
    long headerLine,
    List<String> headers,
    Map<Field, Integer> columns,
    String preset,
    boolean presetGuessed,
    Field heading,
    boolean spaced,
    Map<Field, Integer> twins) {

  public boolean has(Field field) {
    return columns.containsKey(field);
  }

  public Optional<String> header(Field field) {
    return Optional.ofNullable(columns.get(field)).map(headers::get);
  }

  /** The same with the name of each above the lines. */
  Layout withHeading(Field field) {
    return new Layout(headerLine, headers, columns, preset, presetGuessed, field, spaced, twins);
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
