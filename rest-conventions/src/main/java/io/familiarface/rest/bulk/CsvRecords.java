package io.familiarface.rest.bulk;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Parts a CSV text into records, which may go over several lines. Written here because a quotation
 * mark that is never closed must cost one line, and to a parser it is the rest of the file.
 */
final class CsvRecords {
  /** A cell may run over so many lines; an address or a note does, a table doesn't. */
  private static final int LINES_OF_A_RECORD = 100;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * A record that is not blank, or why it is none.
   *
   * @param number of its first line, from 1
   */
  record Cells(long number, List<String> cells, HttpProblem problem) {
    private static Cells rejected(Line line, HttpProblem problem) {
      return new Cells(line.number, null, problem);
    }
  }

  private record Line(long number, String text, boolean tooLong) {}

  private final Reader in;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private long number;
  private boolean afterReturn;

  CsvRecords(InputStream in, Charset charset) {
    this.in = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }

  /** The next record, or null after the last one. */
  Cells next() throws IOException {
    Line line = take();
    while (line != null && line.text.isBlank()) {
      line = take();
    }
    if (line == null) {
      return null;
    }
    if (line.tooLong) {
      return Cells.rejected(line, LineTooLong.line(JsonLines.LONGEST));
    }
    if (isOpen(line.text)) {
      return over(line);
    }
    List<String> cells = cells(line.text);
    return cells == null
        ? Cells.rejected(
            line,
            refused(
                "A quotation mark stands where none may: quote the whole cell, and double the"
                    + " mark."))
        : new Cells(line.number, cells, null);
  }

  /** A record that goes on in the next lines; where it does not end well, its first line is bad. */
  private Cells over(Line first) throws IOException {
    List<Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text);
    while (taken.size() < LINES_OF_A_RECORD && text.length() <= JsonLines.LONGEST) {
      Line line = take();
      if (line == null) {
        break;
      }
      taken.add(line);
      text.append('\n').append(line.text);
      // Only a line with a mark in it can close one.
      if (line.text.indexOf('"') >= 0 && !isOpen(text)) {
        List<String> cells = text.length() > JsonLines.LONGEST ? null : cells(text.toString());
        if (cells != null) {
          return new Cells(first.number, cells, null);
        }
        break;
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    return Cells.rejected(
        first, refused("A quotation mark is opened and never closed: close it or take it out."));
  }

  private static HttpProblem refused(String why) {
    return CommonProblem.INVALID_REQUEST.because(why);
  }

  /** The cells of a record, or null when a quotation mark stands where none may. */
  private static List<String> cells(String record) {
    if (record.indexOf('"') < 0) {
      // Most records, and a parser for each costs more than all else that is done with it.
      return List.of(record.split(",", -1));
    }
    try (CSVParser parser = CSVParser.parse(record, CSVFormat.RFC4180)) {
      List<CSVRecord> all = parser.getRecords();
      return all.size() == 1 ? all.get(0).toList() : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Whether a cell that begins with a quotation mark has not ended. */
  private static boolean isOpen(CharSequence text) {
    boolean quoted = false;
    boolean mayOpen = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = c == '"';
      boolean closes = mark && quoted;
      quoted = mark ? !quoted && mayOpen : quoted;
      // A second mark right behind the one that closes is a mark in the cell.
      mayOpen = c == ',' || closes;
    }
    return quoted;
  }

  private Line take() throws IOException {
    return ahead.isEmpty() ? read() : ahead.removeFirst();
  }

  private Line read() throws IOException {
    StringBuilder text = new StringBuilder(128);
    boolean tooLong = false;
    int c = in.read();
    if (afterReturn && c == '\n') {
      c = in.read();
    }
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
      if (text.length() < JsonLines.LONGEST) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    afterReturn = c == '\r';
    boolean marked = ++number == 1 && text.indexOf(BYTE_ORDER_MARK) == 0;
    return new Line(number, text.substring(marked ? 1 : 0), tooLong);
  }
}
