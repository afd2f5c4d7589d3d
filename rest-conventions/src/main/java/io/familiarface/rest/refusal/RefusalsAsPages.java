package io.familiarface.rest.refusal;

import io.familiarface.rest.limit.LimitedByAddress;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** What a resource that anybody may call refuses; what comes before it is the gate's. */
@Provider
@LimitedByAddress
public class RefusalsAsPages implements ContainerResponseFilter {
  /** Looked up when it is needed: a filter is made before what is set when the service starts. */
  private final Instance<RefusedPages> pages;

  RefusalsAsPages(Instance<RefusedPages> pages) {
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HttpProblem) {
      pages
          .get()
          .of(
              response.getStatus(),
              request.getUriInfo().getRequestUri().getPath(),
              request.getHeaderString(HttpHeaders.ACCEPT))
          .ifPresent(
              page ->
                  response.setEntity(
                      page, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")));
    }
  }
}
