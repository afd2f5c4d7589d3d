package io.familiarface.history.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The lines that do not come in: all of them in a CSV file, the first ones at hand. */
public final class RejectedLines implements Closeable {
  public static final int AT_HAND = 200;

  private final Path file;
  private final BufferedWriter out;
  private final List<RejectedLine> first = new ArrayList<>();
  private long count;

  public RejectedLines(Path file) throws IOException {
    this.file = file;
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write("line,column,value,why\n");
  }

  private RejectedLines(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  /** More of them in a file that has some. */
  public static RejectedLines moreIn(Path file) throws IOException {
    return new RejectedLines(
        file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  public void add(RejectedLine line) throws IOException {
    count++;
    if (first.size() < AT_HAND) {
      first.add(line);
    }
    out.write(line.line() + "," + quoted(line.column()) + "," + quoted(line.value()) + ",");
    out.write(quoted(line.why()) + "\n");
  }

  /** A cell that a spreadsheet shows and does not calculate. */
  private static String quoted(String text) {
    String plain = text == null ? "" : text;
    String safe =
        !plain.isEmpty() && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(plain.charAt(0)) >= 0
            ? "'" + plain
            : plain;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  public long count() {
    return count;
  }

  public List<RejectedLine> first() {
    return List.copyOf(first);
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
