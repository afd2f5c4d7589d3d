package io.familiarface.history.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder that is gone with all that is in it when it is closed. Whoever ends without closing it
 * leaves it behind; the next one finds that nobody holds its lock, and removes it.
 */
public final class TemporaryFolder implements Closeable {
  private static final String PREFIX = "familiar-import-";
  private static final String LOCK = "in-use";

  /** Those of this process: to open a lock once more and close it would let it go. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  /**
   * Makes a folder of its own, and removes those that were left behind.
   *
   * @param what it is for, as a part of its name
   */
  public TemporaryFolder(String what) throws IOException {
    removeLeftBehind();
    synchronized (OPEN) {
      folder = Files.createTempDirectory(PREFIX + what + "-");
      OPEN.add(folder);
    }
    lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock.lock();
  }

  /** Removes the folders whose owners have ended without doing so. */
  public static void removeLeftBehind() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    // One at a time: the locks of files tell processes apart, not who else in this one tries them.
    synchronized (OPEN) {
      try (Stream<Path> all = Files.list(parent)) {
        for (Path old : all.filter(TemporaryFolder::mayBeLeftBehind).toList()) {
          if (isLeftBehind(old)) {
            deleteIfThere(old);
          }
        }
      }
    }
  }

  private static void deleteIfThere(Path old) throws IOException {
    try {
      delete(old);
    } catch (NoSuchFileException | UncheckedIOException e) {
      // Another process removes it at the same time.
    }
  }

  private static boolean mayBeLeftBehind(Path path) {
    return path.getFileName().toString().startsWith(PREFIX)
        && !OPEN.contains(path)
        && Files.isWritable(path);
  }

  /** One without a lock is being made at this moment, or is another's. */
  private static boolean isLeftBehind(Path old) {
    try (FileChannel channel = FileChannel.open(old.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException e) {
      return false;
    }
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
    lock.close();
    delete(folder);
    OPEN.remove(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
