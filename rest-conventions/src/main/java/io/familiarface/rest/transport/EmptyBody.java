package io.familiarface.rest.transport;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * A POST without a body is one with {@code {}}: whoever has nothing to add need not say so, and
 * whoever has forgotten something is told what.
 */
@Provider
@Priority(Priorities.USER - 1)
public class EmptyBody implements ContainerRequestFilter {
  private static final byte[] NO_FIELDS = "{}".getBytes(StandardCharsets.US_ASCII);

  /** Before the content type is asked for. Imports say themselves which types they take. */
  static void name(HttpServerRequest request) {
    if (request.method() == HttpMethod.POST
        && request.version() != HttpVersion.HTTP_2
        && request.getHeader(HttpHeaders.CONTENT_TYPE) == null
        && isUnannounced(
            request.getHeader(HttpHeaders.CONTENT_LENGTH),
            request.getHeader(io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING))
        && !request.path().endsWith("/import")) {
      request.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    InputStream body = request.getEntityStream();
    if (body == null
        || !request.getMethod().equals("POST")
        || !MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())
        || !isUnannounced(
            request.getHeaderString(HttpHeaders.CONTENT_LENGTH),
            request.getHeaderString("Transfer-Encoding"))) {
      return;
    }
    PushbackInputStream peeked = new PushbackInputStream(body);
    int first = peeked.read();
    if (first < 0) {
      request.setEntityStream(new ByteArrayInputStream(NO_FIELDS));
    } else {
      peeked.unread(first);
      request.setEntityStream(peeked);
    }
  }

  private static boolean isUnannounced(String length, String encoding) {
    return encoding == null && (length == null || length.strip().equals("0"));
  }
}
