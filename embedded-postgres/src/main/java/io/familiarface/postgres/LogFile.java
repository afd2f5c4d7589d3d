package io.familiarface.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a running process appends to. When it is large its contents go to {@code ….older} and
 * it begins anew, under the process that goes on writing: two files of bounded size are kept.
 */
public record LogFile(Path path) {
  private static final long LARGEST = 10_000_000;

  public void rotateIfLarge() throws IOException {
    rotateIfLarger(LARGEST);
  }

  void rotateIfLarger(long bytes) throws IOException {
    if (!Files.exists(path) || Files.size(path) <= bytes) {
      return;
    }
    Path older = path.resolveSibling(path.getFileName() + ".older");
    Files.copy(
        path, older, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel log = FileChannel.open(path, StandardOpenOption.WRITE)) {
      log.truncate(0);
    }
  }
}
