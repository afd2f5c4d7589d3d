package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads {@code text/csv} with a header: a column is a field by its name, {@code address.city} is a
 * field of a nested object, an empty cell is null.
 */
final class CsvLines implements LineSource {
  private final RecordLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;

  CsvLines(InputStream in, Charset charset) throws IOException {
    this.limit = new RecordLimit(new BufferedReader(new InputStreamReader(in, charset), 1 << 16));
    try {
      this.parser =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setIgnoreEmptyLines(true)
              .get()
              .parse(limit);
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The first line must name the columns, each once: " + e.getMessage());
    }
    this.records = parser.iterator();
    this.header = parser.getHeaderNames().stream().map(CsvLines::withoutMark).toList();
    if (header.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The file is empty; its first line names the columns.");
    }
  }

  @Override
  public RawLine next() throws IOException {
    limit.startRecord();
    CSVRecord row;
    try {
      if (!records.hasNext()) {
        return null;
      }
      row = records.next();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The CSV cannot be read past line "
              + parser.getCurrentLineNumber()
              + ": a quote may be missing. The lines before it were taken in.");
    }
    long number = parser.getCurrentLineNumber();
    if (row.size() != header.size()) {
      return new RawLine(number, null, wrongWidth(row.size()));
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      String cell = row.get(i).strip();
      if (!cell.isEmpty()) {
        put(json, header.get(i), cell);
      }
    }
    return new RawLine(number, json, null);
  }

  private HttpProblem wrongWidth(int cells) {
    return CommonProblem.INVALID_REQUEST.because(
        "This line has " + cells + " cells where the header has " + header.size() + ".");
  }

  private static void put(ObjectNode json, String column, String cell) {
    int dot = column.indexOf('.');
    if (dot < 0) {
      json.put(column, cell);
    } else {
      put(json.withObjectProperty(column.substring(0, dot)), column.substring(dot + 1), cell);
    }
  }

  private static String withoutMark(String name) {
    return (name.startsWith("\uFEFF") ? name.substring(1) : name).strip();
  }

  /** Stops a record that never ends (a quote that is not closed) from filling the memory. */
  private static final class RecordLimit extends java.io.FilterReader {
    private static final int READ_AHEAD = 1 << 16;
    private long read;

    RecordLimit(Reader in) {
      super(in);
    }

    void startRecord() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      count(1);
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      read += n;
      if (read > JsonLines.LONGEST + READ_AHEAD) {
        throw new IOException("A record is longer than " + JsonLines.LONGEST + " characters");
      }
    }
  }
}
