package io.familiarface.rest.limit;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that is too large, whether its length is announced or not.
 *
 * <p>The rest of the body is read and thrown away, up to a limit: a client that is still sending
 * would otherwise see a broken connection and not the refusal.
 */
@Provider
@Priority(Priorities.USER)
public class BodyLimitFilter implements ContainerRequestFilter {
  private static final long USUAL = 1L << 20;
  private static final long DRAINED_AT_MOST = 64L << 20;

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (resource.getResourceMethod() == null || !request.hasEntity()) {
      return;
    }
    BodyLimit own = resource.getResourceMethod().getAnnotation(BodyLimit.class);
    long limit = own == null ? USUAL : own.bytes();
    if (limit == BodyLimit.UNLIMITED) {
      return;
    }
    InputStream body = request.getEntityStream();
    if (request.getLength() > limit) {
      drain(body);
      throw tooLarge(limit);
    }
    if (body != null) {
      request.setEntityStream(new Limited(body, limit));
    }
  }

  private static HttpProblem tooLarge(long limit) {
    String size = limit >= 1 << 20 ? (limit >> 20) + " MiB" : (limit >> 10) + " KiB";
    return CommonProblem.BODY_TOO_LARGE.because(
        "The body may have at most "
            + size
            + ". Send less at a time, or use the import of this collection.");
  }

  private static void drain(InputStream body) throws IOException {
    byte[] discarded = new byte[1 << 16];
    long total = 0;
    for (int n = body.read(discarded);
        n >= 0 && total < DRAINED_AT_MOST;
        n = body.read(discarded)) {
      total += n;
    }
  }

  /** A body of unannounced length. */
  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        took(1);
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        took(n);
      }
      return n;
    }

    private void took(int n) throws IOException {
      left -= n;
      if (left < 0) {
        drain(in);
        throw tooLarge(limit);
      }
    }
  }
}
