package io.familiarface.photo;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

/**
 * What the decoder of one lossless WebP may use up. It takes the picture at its word, and makes as
 * many tables and transforms as that says; the format has four transforms, each at most once.
 */
final class DecodingBudget {
  /** Once by decoding, and once by each transform. */
  private static final int WRITINGS_OF_A_PIXEL = 5;

  private static final long TABLES = 48L << 20;

  /** All that is said of transforms, beside their data, fits into one such stretch. */
  private static final int READINGS = 64;

  private static final int TRANSFORMS_SEEN = 2;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long pixels;
  private long written;
  private long start = THREADS.getCurrentThreadAllocatedBytes();
  private int readings;
  private int transformsSeen;

  DecodingBudget(long pixels) {
    this.pixels = pixels;
  }

  void countWritingOfPixel() {
    if (++written > WRITINGS_OF_A_PIXEL * pixels) {
      throw new IllegalStateException("The picture asks for more work than any photo.");
    }
  }

  void countReading() throws DamagedPicture {
    if (++readings % READINGS != 0) {
      return;
    }
    long now = THREADS.getCurrentThreadAllocatedBytes();
    if (now - start > TABLES) {
      throw new DamagedPicture("asks for more memory than any photo");
    }
    if (written == 0) {
      if (StackWalker.getInstance().walk(DecodingBudget::isForTransform)
          && ++transformsSeen > TRANSFORMS_SEEN) {
        throw new DamagedPicture("asks for more transforms than there are");
      }
      start += THREADS.getCurrentThreadAllocatedBytes() - now;
    }
  }

  /** Whether the bits are wanted for the list of transforms, and not for data or pixels. */
  private static boolean isForTransform(Stream<StackWalker.StackFrame> callers) {
    return callers
        .filter(caller -> caller.getClassName().contains(".webp."))
        .filter(caller -> !caller.getClassName().endsWith(".LSBBitReader"))
        .findFirst()
        .filter(caller -> caller.getClassName().endsWith(".VP8LDecoder"))
        .filter(caller -> caller.getMethodName().startsWith("read"))
        .isPresent();
  }
}
