package io.familiarface.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher per data folder. The system lets go of the lock when the launcher dies. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static Optional<HomeLock> tryTake(Home home) {
    try {
      var channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel).isPresent()) {
        return Optional.of(new HomeLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new Trouble("The folder " + home.folder() + " cannot be locked: " + e.getMessage(), e);
    }
  }

  static boolean isHeld(Home home) {
    if (!Files.exists(home.lock())) {
      return false;
    }
    Optional<HomeLock> lock = tryTake(home);
    lock.ifPresent(HomeLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Trouble("The lock could not be released: " + e.getMessage(), e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisJvm) {
      return Optional.empty();
    }
  }
}
