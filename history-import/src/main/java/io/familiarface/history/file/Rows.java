package io.familiarface.history.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Rows of separated values by RFC 4180, forgiving. Written here because a quotation mark that is
 * never closed must cost one line, not the rest of the file, and every row must know its line.
 */
final class Rows implements Closeable {
  /** A quoted cell may run over so many lines; an address or a note does, a table doesn't. */
  private static final int LINES_OF_A_ROW = 40;

  private final PhysicalLines lines;
  private final char separator;
  private final Deque<PhysicalLines.Line> ahead = new ArrayDeque<>();

  Rows(PhysicalLines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  /** The next row, blank ones included, or null after the last one. */
  public Row next() throws IOException {
    PhysicalLines.Line first = take();
    if (first == null) {
      return null;
    }
    if (first.tooLong()) {
      return Row.unreadable(
          first.number(),
          "The line is longer than %d KiB: split it.".formatted(PhysicalLines.LONGEST / 1024));
    }
    List<String> cells = Cells.split(first.text(), separator);
    return cells != null ? Row.of(first.number(), cells) : over(first);
  }

  /** A row that goes on in the next line, because a quotation mark is open. */
  private Row over(PhysicalLines.Line first) throws IOException {
    List<PhysicalLines.Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    while (taken.size() < LINES_OF_A_ROW && text.length() < PhysicalLines.LONGEST) {
      PhysicalLines.Line line = take();
      if (line == null) {
        break;
      }
      taken.add(line);
      text.append('\n').append(line.text());
      // Only a line with a mark in it can close one.
      if (line.text().indexOf('"') >= 0) {
        List<String> cells = Cells.splitStrictly(text.toString(), separator);
        if (cells != null) {
          return Row.of(first.number(), cells);
        }
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    return Row.unreadable(
        first.number(), "A quotation mark is opened and never closed: take it out or close it.");
  }

  private PhysicalLines.Line take() throws IOException {
    return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
