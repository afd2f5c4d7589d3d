package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads a request for a merged customer to the same resource of the survivor. */
@Provider
public class MergedRedirect implements ContainerResponseFilter {
  private static final String CUSTOMERS = "/v1/customers/";
  private static final Pattern OF_CUSTOMER = Pattern.compile("(.*" + CUSTOMERS + ")[^/]+(.*)");

  /** 308: whoever asks finds them under that id. */
  static RuntimeException to(UUID survivor) {
    return CustomersProblem.MERGED
        .start()
        .withDetail("They have become part of the customer " + survivor + ".")
        .with("mergedInto", survivor)
        .withHeader(HttpHeaders.LOCATION, CUSTOMERS + survivor)
        .build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object survivor = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    if (response.getStatus() != CustomersProblem.MERGED.status() || survivor == null) {
      return;
    }
    URI asked = request.getUriInfo().getRequestUri();
    Matcher path = OF_CUSTOMER.matcher(asked.getRawPath());
    if (path.matches()) {
      String id = survivor.toString().substring(survivor.toString().lastIndexOf('/') + 1);
      String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, URI.create(path.group(1) + id + path.group(2) + query));
    }
  }
}
