package io.familiarface.rest.spool;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An answer on disk until it is sent, or a body until it has been gone through: it costs no memory,
 * and no connection of the database waits for a slow reader. The file has no name from the
 * beginning, where the system allows it: it is gone with whoever has it open, however an answer or
 * a client ends.
 */
public final class Spool {
  private final FileChannel file;
  private final OutputStream out;

  /**
   * @param name what its file begins with
   */
  public Spool(String name) {
    try {
      Path path = Files.createTempFile(name, ".spool");
      this.file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the answer is written to. */
  public OutputStream out() {
    return out;
  }

  /** How many bytes were written. */
  public long size() throws IOException {
    out.flush();
    return file.size();
  }

  /** All that was written, from its beginning; it is read by one at a time. */
  public InputStream read() throws IOException {
    out.flush();
    file.position(0);
    return Channels.newInputStream(file);
  }

  /** Sends what was written and removes the file. */
  public StreamingOutput finish() throws IOException {
    out.flush();
    return to -> {
      try (file) {
        file.position(0);
        Channels.newInputStream(file).transferTo(to);
      }
    };
  }

  /** Removes the file of an answer that is not sent. */
  public void discard() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
