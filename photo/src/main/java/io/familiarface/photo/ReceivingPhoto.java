package io.familiarface.photo;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Makes photos of uploads, one at a time: each may take a hundred megabytes while it is decoded.
 * What waits for its turn waits on disk.
 */
@ApplicationScoped
public class ReceivingPhoto {
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore turn = new Semaphore(1, true);
  private final Function<byte[], Photo> normalizer;

  @Inject
  ReceivingPhoto() {
    this(PhotoNormalizer::normalize);
  }

  ReceivingPhoto(Function<byte[], Photo> normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * Reads the upload to its end and closes it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link PhotoNormalizer} does, and 503
   *     when too many others wait
   */
  public Photo receive(InputStream upload) {
    try {
      Path file = Files.createTempFile("photo", null);
      try (upload) {
        Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
        return inTurn(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Photo inTurn(Path file) throws IOException {
    requireTurn();
    try {
      return normalizer.apply(Files.readAllBytes(file));
    } finally {
      turn.release();
    }
  }

  private void requireTurn() {
    try {
      if (turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw CommonProblem.UNAVAILABLE
        .start()
        .withDetail("Many photos are being put up just now. Send this one again in a minute.")
        .withHeader("Retry-After", PATIENCE_SECONDS)
        .build();
  }
}
