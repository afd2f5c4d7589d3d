package io.familiarface.history.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table as a text file, looked at: its letters, its separator, its size. */
public record TextFile(Path path, TextEncoding encoding, Separator separator, long size) {
  private static final int LINES_TO_LOOK_AT = 60;

  /**
   * Looks at a file. Remarks can have more semicolons in them than a line has commas, so which one
   * separates is certain only when a header is found.
   *
   * @return the ways to read it, the likeliest first
   * @throws UnreadableHistory when it is no text, with what to do
   */
  public static List<TextFile> waysToRead(Path path) throws IOException {
    FileKind.mustBeText(path);
    TextEncoding encoding = TextEncoding.of(path);
    TextFile unknown = new TextFile(path, encoding, Separator.COMMA, Files.size(path));
    List<String> first = unknown.firstLines();
    if (first.isEmpty()) {
      throw new UnreadableHistory(
          "%s has nothing but blank lines: export the visits once more."
              .formatted(path.getFileName()));
    }
    return Separator.byLikelihood(first).stream()
        .map(separator -> new TextFile(path, encoding, separator, unknown.size))
        .toList();
  }

  private List<String> firstLines() throws IOException {
    List<String> first = new ArrayList<>();
    try (PhysicalLines lines = lines(Files.newInputStream(path))) {
      for (int i = 0; i < LINES_TO_LOOK_AT; i++) {
        PhysicalLines.Line line = lines.next();
        if (line == null) {
          break;
        }
        if (!line.text().isBlank()) {
          first.add(line.text());
        }
      }
    }
    return first;
  }

  /** Reads it from its beginning. */
  public OpenFile open() throws IOException {
    Counting in = new Counting(Files.newInputStream(path));
    return new OpenFile(new Rows(lines(in), separator.sign()), in);
  }

  private PhysicalLines lines(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.skipNBytes(encoding.skip());
    return new PhysicalLines(
        new InputStreamReader(
            buffered,
            encoding
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  /** A file being read. */
  public static final class OpenFile implements AutoCloseable {
    private final Rows rows;
    private final Counting in;

    private OpenFile(Rows rows, Counting in) {
      this.rows = rows;
      this.in = in;
    }

    /** The next row, or null after the last one. */
    public Row next() throws IOException {
      return rows.next();
    }

    public long bytesRead() {
      return in.count;
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
