package io.familiarface.jobs.history;

import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.rest.problem.CommonProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A history as it was sent, on disk for as long as it is read: it is read twice. */
final class UploadedFile implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final TemporaryFolder folder;
  private final Path path;

  private UploadedFile(TemporaryFolder folder) {
    this.folder = folder;
    // Refusals name the file; its sender knows what is meant.
    this.path = folder.file("history.csv");
  }

  static UploadedFile store(InputStream body, long largest) {
    try {
      UploadedFile file = new UploadedFile(new TemporaryFolder("sent"));
      try {
        file.fill(body, largest);
        return file;
      } catch (IOException | RuntimeException | Error e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(InputStream body, long largest) throws IOException {
    byte[] block = new byte[BLOCK];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int n = body.read(block); n >= 0; n = body.read(block)) {
        size += n;
        if (size > largest) {
          throw CommonProblem.BODY_TOO_LARGE.because(
              "The file may have at most %,d MiB. Split it by years, and send the older part first."
                  .formatted(largest >> 20));
        }
        out.write(block, 0, n);
      }
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
