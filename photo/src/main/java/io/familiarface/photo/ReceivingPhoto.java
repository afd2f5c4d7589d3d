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
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes photos of uploads, one at a time: each may take a hundred megabytes while it is decoded.
 * What waits for its turn waits on disk, and has been measured: what is too large or no picture is
 * refused without waiting for any that is decoded.
 */
@ApplicationScoped
public class ReceivingPhoto {
  /** The setting that says how large an upload may be; 5M if nobody has said. */
  public static final String MAX_SIZE = "familiar.photo.max-size";

  private static final int PATIENCE_SECONDS = 20;

  /** Measuring takes milliseconds, and the memory of one upload at a time. */
  private final Semaphore measuring = new Semaphore(1, true);

  private final Semaphore decoding = new Semaphore(1, true);
  private final Consumer<byte[]> meter;
  private final Function<byte[], Photo> normalizer;

  @Inject
  ReceivingPhoto() {
    this(PhotoNormalizer::measure, PhotoNormalizer::normalize);
  }

  ReceivingPhoto(Consumer<byte[]> meter, Function<byte[], Photo> normalizer) {
    this.meter = meter;
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
        inTurn(
            measuring,
            file,
            picture -> {
              meter.accept(picture);
              return picture.length;
            });
        return inTurn(decoding, file, normalizer);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T inTurn(Semaphore turn, Path file, Function<byte[], T> work)
      throws IOException {
    await(turn);
    try {
      return work.apply(Files.readAllBytes(file));
    } finally {
      turn.release();
    }
  }

  private static void await(Semaphore turn) {
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
