package io.familiarface.history.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.spool.LineFile;
import io.familiarface.history.spool.SortedSpool;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of a file that are news to a service: both sides sorted by external id on disk and
 * walked together, however many there are.
 */
final class News implements Closeable {
  private static final long MEMORY_TO_SORT = 12L << 20;

  /** Hears what is to be done with each line. */
  interface Listener {
    void send(LineFile.Line line) throws IOException;

    void knownAlready() throws IOException;
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final SortedSpool there;
  private final SortedSpool own;
  private boolean nothingThere = true;

  News() throws IOException {
    folder = Files.createTempDirectory("familiar-news");
    there = new SortedSpool(Files.createDirectory(folder.resolve("there")), MEMORY_TO_SORT);
    own = new SortedSpool(Files.createDirectory(folder.resolve("own")), MEMORY_TO_SORT);
  }

  void hold(Held held, URI collection, String filter) {
    held.forEach(
        collection,
        filter,
        item -> {
          if (!item.has("externalId")) {
            return;
          }
          try {
            there.add(item.get("externalId").asText(), json.writeValueAsBytes(item));
            nothingThere = false;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  void among(LineFile.Reader lines, Merge merge, Listener listener) throws IOException {
    if (nothingThere) {
      for (LineFile.Line line = lines.next(); line != null; line = lines.next()) {
        listener.send(line);
      }
      return;
    }
    for (LineFile.Line line = lines.next(); line != null; line = lines.next()) {
      own.add(json.readTree(line.json()).get("externalId").asText(), Origin.with(line));
    }
    Iterator<SortedSpool.Entry> mine = own.sorted();
    Iterator<SortedSpool.Entry> theirs = there.sorted();
    SortedSpool.Entry held = theirs.hasNext() ? theirs.next() : null;
    while (mine.hasNext()) {
      SortedSpool.Entry entry = mine.next();
      while (held != null && held.key().compareTo(entry.key()) < 0) {
        held = theirs.hasNext() ? theirs.next() : null;
      }
      LineFile.Line line = Origin.of(entry.value());
      if (held == null || !held.key().equals(entry.key())) {
        listener.send(line);
        continue;
      }
      Optional<ObjectNode> merged =
          merge.of((ObjectNode) json.readTree(line.json()), json.readTree(held.value()));
      if (merged.isPresent()) {
        listener.send(new LineFile.Line(line.origin(), json.writeValueAsBytes(merged.get())));
      } else {
        listener.knownAlready();
      }
    }
  }

  /** A line and where it comes from, as one value. */
  private static final class Origin {
    static byte[] with(LineFile.Line line) {
      return java.nio.ByteBuffer.allocate(Long.BYTES + line.json().length)
          .putLong(line.origin())
          .put(line.json())
          .array();
    }

    static LineFile.Line of(byte[] value) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(value);
      long origin = buffer.getLong();
      byte[] json = new byte[buffer.remaining()];
      buffer.get(json);
      return new LineFile.Line(origin, json);
    }
  }

  @Override
  public void close() throws IOException {
    there.close();
    own.close();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
