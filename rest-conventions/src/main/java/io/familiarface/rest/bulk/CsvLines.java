package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code text/csv} with a header: a column is a field by its name, {@code address.city} is a
 * field of a nested object, an empty cell is null. A record that can't be read costs itself and no
 * other.
 */
final class CsvLines implements LineSource {
  /** So many lines may stand above the header of another system's file: its title, a date. */
  private static final int TITLES = 15;

  private final CsvRecords records;
  private final Deque<CsvRecords.Cells> ahead = new ArrayDeque<>();
  private final ForeignColumns columns;
  private final int width;

  CsvLines(InputStream in, Charset charset) throws IOException {
    this(in, charset, header -> Optional.empty());
  }

  /**
   * @param foreign understands a header that has not our names
   * @throws HttpProblem 400 when the first line names no columns, with what to do
   */
  CsvLines(
      InputStream in, Charset charset, Function<List<String>, Optional<ForeignColumns>> foreign)
      throws IOException {
    this.records = new CsvRecords(in, charset);
    CsvRecords.Cells first = records.next();
    if (first == null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The file is empty; its first line names the columns.");
    }
    Optional<Header> known = headerOf(first, foreign);
    if (known.isEmpty() && first.problem() != null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The first line must name the columns, each once. " + first.problem().getDetail());
    }
    Header header = known.isPresent() ? known.get() : own(first.cells());
    this.columns = header.columns;
    this.width = header.width;
  }

  private record Header(int width, ForeignColumns columns) {}

  private static Header own(List<String> cells) {
    CsvHeader header = CsvHeader.of(cells);
    return new Header(cells.size(), row -> line(header, row));
  }

  /** The header of another system's file, if it is one; else nothing has been passed over. */
  private Optional<Header> headerOf(
      CsvRecords.Cells first, Function<List<String>, Optional<ForeignColumns>> foreign)
      throws IOException {
    List<CsvRecords.Cells> passed = new ArrayList<>();
    CsvRecords.Cells row = first;
    while (row != null && passed.size() < TITLES) {
      if (row.problem() == null) {
        int width = row.cells().size();
        Optional<ForeignColumns> found = foreign.apply(row.cells());
        if (found.isPresent()) {
          return found.map(known -> new Header(width, known));
        }
        if (row == first && row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1) {
          // No title, but a header of ours.
          return Optional.empty();
        }
      }
      row = records.next();
      passed.add(row);
    }
    passed.stream().filter(Objects::nonNull).forEach(ahead::add);
    return Optional.empty();
  }

  @Override
  public RawLine next() throws IOException {
    CsvRecords.Cells record = ahead.isEmpty() ? records.next() : ahead.poll();
    if (record == null) {
      return null;
    }
    return record.problem() == null
        ? read(record)
        : new RawLine(record.number(), null, record.problem());
  }

  private RawLine read(CsvRecords.Cells record) {
    List<String> cells = record.cells().stream().map(String::strip).toList();
    if (cells.size() != width) {
      return rejected(
          record, "This line has %d cells where the header has %d.".formatted(cells.size(), width));
    }
    if (cells.stream().anyMatch(cell -> cell.indexOf(CsvHeader.REPLACED) >= 0)) {
      return rejected(
          record,
          "This line has bytes that are no text in the charset of the request: save the file as"
              + " UTF-8, or name its charset, as in text/csv; charset=windows-1252.");
    }
    try {
      return new RawLine(record.number(), columns.line(cells), null);
    } catch (HttpProblem e) {
      return new RawLine(record.number(), null, e);
    }
  }

  private static ObjectNode line(CsvHeader header, List<String> cells) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        put(json, header.columns().get(i), cells.get(i));
      }
    }
    return json;
  }

  private static RawLine rejected(CsvRecords.Cells record, String why) {
    return new RawLine(record.number(), null, CommonProblem.INVALID_REQUEST.because(why));
  }

  private static void put(ObjectNode json, List<String> path, String cell) {
    ObjectNode at = json;
    for (String name : path.subList(0, path.size() - 1)) {
      at = at.withObjectProperty(name);
    }
    at.put(path.get(path.size() - 1), cell);
  }
}
