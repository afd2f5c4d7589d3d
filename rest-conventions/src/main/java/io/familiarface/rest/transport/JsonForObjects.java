package io.familiarface.rest.transport;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.Map;

/**
 * An object of ours is shown as JSON and in no other way: a resource that names no content type
 * would answer {@code Accept: text/html} with the object's {@code toString()}, not escaped.
 */
@Provider
public class JsonForObjects implements ContainerResponseFilter {
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    boolean json = type != null && type.getSubtype().endsWith("json");
    if (!json && isObject(response.getEntity())) {
      response.getHeaders().putSingle("Content-Type", JSON);
    }
  }

  private static boolean isObject(Object entity) {
    return entity instanceof Record || entity instanceof Collection || entity instanceof Map;
  }
}
