package io.familiarface.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through and no more. */
final class BoundedStream extends FilterInputStream {
  private final long longest;
  private long read;

  BoundedStream(InputStream in, long longest) {
    super(in);
    this.longest = longest;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    // All that may be read is, before it is said that there is more.
    int got = super.read(into, offset, (int) Math.min(length, Math.max(1, longest - read)));
    count(Math.max(got, 0));
    return got;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > longest) {
      throw new BatchTooLargeException(
          "The batch of events is longer than %d bytes.".formatted(longest), null);
    }
  }
}
