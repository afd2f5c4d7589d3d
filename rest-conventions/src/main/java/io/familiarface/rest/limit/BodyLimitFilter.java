package io.familiarface.rest.limit;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
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
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses a body that is too large, whether its length is announced or not.
 *
 * <p>The rest of the body is read and thrown away, up to a limit: a client that is still sending
 * would otherwise see a broken connection and not the refusal.
 */
@Provider
@Priority(Priorities.USER)
public class BodyLimitFilter implements ContainerRequestFilter {
  private static final Set<String> TAKE_A_BODY = Set.of("POST", "PUT", "PATCH");
  private static final long USUAL = 1L << 20;
  private static final long DRAINED_AT_MOST = 64L << 20;

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (resource.getResourceMethod() == null || !mayHaveBody(request)) {
      return;
    }
    long limit = limit();
    InputStream body = request.getEntityStream();
    if (body == null) {
      return;
    }
    String length = request.getHeaderString("Content-Length");
    if (length != null && isMore(length, limit)) {
      drain(body);
      throw tooLarge(limit);
    }
    request.setEntityStream(new Limited(body, limit));
  }

  /**
   * By the headers of the message itself: a body need not say what it is to be one. The body of
   * another method is not read at all.
   */
  private static boolean mayHaveBody(ContainerRequestContext request) {
    return TAKE_A_BODY.contains(request.getMethod())
        && (request.getHeaderString("Content-Length") != null
            || request.getHeaderString("Transfer-Encoding") != null);
  }

  private long limit() {
    BodyLimit own = resource.getResourceMethod().getAnnotation(BodyLimit.class);
    if (own != null) {
      return own.setting().isEmpty() ? own.bytes() : configured(own.setting());
    }
    boolean streamed = StreamedBody.class.isAssignableFrom(resource.getResourceClass());
    return streamed ? Long.MAX_VALUE : USUAL;
  }

  private static long configured(String setting) {
    return ConfigProvider.getConfig().getValue(setting, MemorySize.class).asLongValue();
  }

  private static boolean isMore(String length, long limit) {
    try {
      return Long.parseLong(length.strip()) > limit;
    } catch (NumberFormatException e) {
      return true;
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

  /**
   * A body of any length. The stream below reads nothing where a chunked body ends with a trailer;
   * its readers take that for a fault.
   */
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
      int n;
      do {
        n = super.read(buffer, offset, length);
      } while (n == 0 && length > 0);
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
