package io.familiarface.photo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A WebP that ends at its end. (Its decoder would go on with noise there, one exception for each
 * few bits.)
 */
final class WholeInput extends ImageInputStreamImpl {
  private final byte[] content;
  private final Reading reading;

  /** Told of each reading. */
  interface Reading {
    void count() throws DamagedPicture;
  }

  WholeInput(byte[] content, Reading reading) {
    this.content = content;
    this.reading = reading;
  }

  /** Known, the decoder refuses more pixels than so many bytes can tell of. */
  @Override
  public long length() {
    return content.length;
  }

  @Override
  public int read() throws IOException {
    requireMore();
    bitOffset = 0;
    return content[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    requireMore();
    bitOffset = 0;
    int n = (int) Math.min(length, content.length - streamPos);
    System.arraycopy(content, (int) streamPos, into, offset, n);
    streamPos += n;
    return n;
  }

  private void requireMore() throws DamagedPicture {
    if (streamPos >= content.length) {
      throw new DamagedPicture("ends before all its pixels have come");
    }
    reading.count();
  }
}
