package io.familiarface.rest.idempotency;

import io.familiarface.rest.limit.BodyLimitFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Keeps the bytes of a body that is sent with an idempotency key, as {@link BodyLimitFilter} lets
 * them through: what they mean is not the question, but whether they are the same.
 */
@Provider
@Priority(Priorities.USER + 1)
public class SentBodyFilter implements ContainerRequestFilter {
  private final SentBody sent;
  @Context ResourceInfo resource;

  SentBodyFilter(SentBody sent) {
    this.sent = sent;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    InputStream body = request.getEntityStream();
    if (body == null || request.getHeaderString(RequestKeys.HEADER) == null || !isIdempotent()) {
      return;
    }
    byte[] bytes = body.readAllBytes();
    sent.set(bytes);
    request.setEntityStream(new ByteArrayInputStream(bytes));
  }

  private boolean isIdempotent() {
    Method method = resource.getResourceMethod();
    return method != null
        && (method.isAnnotationPresent(Idempotent.class)
            || resource.getResourceClass().isAnnotationPresent(Idempotent.class));
  }
}
