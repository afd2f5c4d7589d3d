package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Reads {@code text/csv} with a header: a column is a field by its name, {@code address.city} is a
 * field of a nested object, an empty cell is null. A record that can't be read costs itself and no
 * other.
 */
final class CsvLines implements LineSource {
  /** What stands for bytes that are none of the charset's. */
  private static final char REPLACED = '\uFFFD';

  private final CsvRecords records;
  private final CsvHeader header;

  /**
   * @throws HttpProblem 400 when the first line names no columns, with what to do
   */
  CsvLines(InputStream in, Charset charset) throws IOException {
    this.records = new CsvRecords(in, charset);
    CsvRecords.Cells first = records.next();
    if (first == null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The file is empty; its first line names the columns.");
    }
    if (first.problem() != null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The first line must name the columns, each once. " + first.problem().getDetail());
    }
    this.header = CsvHeader.of(first.cells());
  }

  @Override
  public RawLine next() throws IOException {
    CsvRecords.Cells record = records.next();
    if (record == null) {
      return null;
    }
    return record.problem() == null
        ? read(record)
        : new RawLine(record.number(), null, record.problem());
  }

  private RawLine read(CsvRecords.Cells record) {
    List<String> cells = record.cells();
    if (cells.size() != header.columns().size()) {
      return rejected(
          record,
          "This line has %d cells where the header has %d."
              .formatted(cells.size(), header.columns().size()));
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      if (cell.indexOf(REPLACED) >= 0) {
        return rejected(
            record,
            "This line has bytes that are no text in the charset of the request: save the file as"
                + " UTF-8, or name its charset, as in text/csv; charset=windows-1252.");
      }
      if (!cell.isEmpty()) {
        put(json, header.columns().get(i), cell);
      }
    }
    return new RawLine(record.number(), json, null);
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
