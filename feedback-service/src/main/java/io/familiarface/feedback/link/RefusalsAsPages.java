package io.familiarface.feedback.link;

import io.familiarface.rest.limit.LimitedByAddress;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * A customer who comes by their link reads a page, also when they are refused; whatever asks for no
 * page gets the problem as everywhere. The status and when to try again stay.
 */
@Provider
@LimitedByAddress
public class RefusalsAsPages implements ContainerResponseFilter {
  /** Looked up when it is needed: a filter is made before what is set when the service starts. */
  private final Instance<LinkSettings> settings;

  RefusalsAsPages(Instance<LinkSettings> settings) {
    this.settings = settings;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HttpProblem && asksForPage(request)) {
      RefusedPage page = RefusedPage.of(response.getStatus(), settings.get().phone().orElse(""));
      response.setEntity(
          LinkTemplates.refused(page).render(),
          new Annotation[0],
          MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
  }

  private static boolean asksForPage(ContainerRequestContext request) {
    return request.getAcceptableMediaTypes().stream()
        .anyMatch(type -> !type.isWildcardType() && MediaType.TEXT_HTML_TYPE.isCompatible(type));
  }
}
