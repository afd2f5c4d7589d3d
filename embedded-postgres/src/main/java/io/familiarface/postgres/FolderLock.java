package io.familiarface.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps others, in this JVM or another, out of a folder by a lock on a file. The operating system
 * lets go of it when this JVM dies.
 */
public final class FolderLock implements AutoCloseable {
  // Asked first: to open and close the file a second time would let go of the first lock.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock on the file, which is made if missing; empty when somebody has it. */
  public static Optional<FolderLock> tryTake(Path file) {
    Path one = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(one)) {
      return Optional.empty();
    }
    Optional<FolderLock> lock = Optional.empty();
    try {
      var channel = FileChannel.open(one, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
      } else {
        lock = Optional.of(new FolderLock(one, channel));
      }
      return lock;
    } catch (IOException e) {
      throw new PostgresException("The file " + file + " cannot be locked: " + e.getMessage(), e);
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(one);
      }
    }
  }

  public static boolean isHeld(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<FolderLock> lock = tryTake(file);
    lock.ifPresent(FolderLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new PostgresException("The lock on " + file + " could not be released.", e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
