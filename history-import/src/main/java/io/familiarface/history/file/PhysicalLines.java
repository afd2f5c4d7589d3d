package io.familiarface.history.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text as an editor counts them, each with a limit: a file of 2 GB without a line
 * break must not become one string.
 */
final class PhysicalLines implements Closeable {
  static final int LONGEST = 64 * 1024;

  /**
   * @param tooLong true when the text is only the beginning of the line
   */
  record Line(long number, String text, boolean tooLong) {}

  private final Reader in;
  private final char[] buffer = new char[1 << 15];
  private final StringBuilder text = new StringBuilder(256);
  private int at;
  private int end;
  private long number;
  private boolean afterReturn;

  PhysicalLines(Reader in) {
    this.in = in;
  }

  /** The next line, or null after the last one. */
  Line next() throws IOException {
    text.setLength(0);
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (at == end) {
        end = in.read(buffer);
        at = 0;
        if (end < 0) {
          end = 0;
          return any ? new Line(++number, text.toString(), tooLong) : null;
        }
      }
      if (afterReturn) {
        afterReturn = false;
        if (buffer[at] == '\n') {
          at++;
          continue;
        }
      }
      any = true;
      int start = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      int room = Math.min(at - start, LONGEST - text.length());
      text.append(buffer, start, room);
      tooLong |= room < at - start;
      if (at < end) {
        afterReturn = buffer[at++] == '\r';
        return new Line(++number, text.toString(), tooLong);
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
