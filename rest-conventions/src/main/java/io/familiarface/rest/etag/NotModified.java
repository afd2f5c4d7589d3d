package io.familiarface.rest.etag;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Answers 304 to a GET whose {@code If-None-Match} names the present ETag. */
@Provider
public class NotModified implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    EntityTag tag = response.getEntityTag();
    String known = request.getHeaderString("If-None-Match");
    if (tag == null
        || known == null
        || response.getStatus() != 200
        || !request.getMethod().equals("GET")) {
      return;
    }
    String present = '"' + tag.getValue() + '"';
    boolean same =
        Arrays.stream(known.split(","))
            .map(String::strip)
            .map(given -> given.startsWith("W/") ? given.substring(2) : given)
            .anyMatch(given -> given.equals("*") || given.equals(present));
    if (same) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }
}
