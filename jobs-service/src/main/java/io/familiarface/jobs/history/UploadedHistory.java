package io.familiarface.jobs.history;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of visits as it was sent, and the list of clients if one came along, on disk for as long
 * as they are read: they are read twice.
 */
final class UploadedHistory implements Closeable {
  private static final String VISITS = "visits";
  private static final List<String> PARTS = List.of(VISITS, "clients");

  private final TemporaryFolder folder;
  private final long largest;
  private long size;

  private UploadedHistory(TemporaryFolder folder, long largest) {
    this.folder = folder;
    this.largest = largest;
  }

  /**
   * @param type text/csv for visits alone, or multipart/form-data
   * @param largest bytes of all files together
   */
  static UploadedHistory store(InputStream body, MediaType type, long largest) {
    try {
      UploadedHistory files = new UploadedHistory(new TemporaryFolder("sent"), largest);
      try {
        files.fill(body, type);
        return files;
      } catch (IOException | RuntimeException | Error e) {
        files.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(InputStream body, MediaType type) throws IOException {
    if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      UploadedForm.read(body, type, this::part);
    } else {
      try (OutputStream out = open(VISITS)) {
        body.transferTo(out);
      }
    }
    if (!Files.exists(visits())) {
      throw CommonProblem.INVALID_REQUEST.because(
          "There is no part named visits: it is the list to bring in.");
    }
  }

  private OutputStream part(String name) throws IOException {
    if (!PARTS.contains(name)) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The parts are named visits and clients; no other is read.");
    }
    if (Files.exists(file(name))) {
      throw CommonProblem.INVALID_REQUEST.because(
          "Two parts are named %s: send one list of each.".formatted(name));
    }
    return open(name);
  }

  private OutputStream open(String name) throws IOException {
    return new FilterOutputStream(Files.newOutputStream(file(name))) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (size > largest) {
          throw CommonProblem.BODY_TOO_LARGE.because(
              "The file may have at most %,d MiB. Split it by years, and send the older part first."
                  .formatted(largest >> 20));
        }
        out.write(bytes, from, length);
      }
    };
  }

  /** Refusals name the file; its sender knows what is meant. */
  private Path file(String name) {
    return folder.file(name.equals(VISITS) ? "history.csv" : name + ".csv");
  }

  Path visits() {
    return file(VISITS);
  }

  /** The options, with the list of clients if there is one. */
  HistoryOptions with(HistoryOptions options) {
    Path clients = file("clients");
    return Files.exists(clients) ? options.withClients(clients) : options;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
