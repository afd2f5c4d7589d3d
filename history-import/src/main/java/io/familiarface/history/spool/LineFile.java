package io.familiarface.history.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Import lines on disk, each with the line of the company's file that it comes from. */
public final class LineFile implements Closeable {
  /**
   * @param origin the line of the company's file, from 1
   */
  public record Line(long origin, byte[] json) {}

  private final Path path;
  private final DataOutputStream out;
  private long count;

  public LineFile(Path path) throws IOException {
    this.path = path;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16));
  }

  public void add(long origin, byte[] json) throws IOException {
    out.writeLong(origin);
    out.writeInt(json.length);
    out.write(json);
    count++;
  }

  public long count() {
    return count;
  }

  /** No more lines; from now on it can be read, as often as wanted. */
  @Override
  public void close() throws IOException {
    out.close();
  }

  public Reader read() throws IOException {
    return new Reader(path);
  }

  /** Reads from the first line on. */
  public static final class Reader implements Closeable {
    private final DataInputStream in;

    private Reader(Path path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
    }

    /** The next line, or null after the last one. */
    public Line next() throws IOException {
      long origin;
      try {
        origin = in.readLong();
      } catch (EOFException e) {
        return null;
      }
      return new Line(origin, in.readNBytes(in.readInt()));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
