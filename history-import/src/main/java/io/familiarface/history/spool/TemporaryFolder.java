package io.familiarface.history.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone with all that is in it when it is closed. */
public final class TemporaryFolder implements Closeable {
  private final Path folder;

  public TemporaryFolder(String prefix) throws IOException {
    folder = Files.createTempDirectory(prefix);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** A folder in it. */
  public Path make(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
