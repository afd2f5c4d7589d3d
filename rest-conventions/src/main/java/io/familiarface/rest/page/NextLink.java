package io.familiarface.rest.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Adds {@code Link: <…>; rel="next"} to every page that has a next one. */
@Provider
public class NextLink implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
      String next = next(request.getUriInfo().getRequestUri(), page.nextCursor());
      response.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
    }
  }

  /** What was asked, behind the cursor, of which every character may stand in an address. */
  static String next(URI asked, String cursor) {
    String address = asked.toString();
    int query = address.indexOf('?');
    StringBuilder next = new StringBuilder(address.length() + cursor.length() + 8);
    next.append(address, 0, query < 0 ? address.length() : query).append('?');
    if (query >= 0) {
      for (String parameter : address.substring(query + 1).split("&")) {
        if (!parameter.isEmpty() && !isCursor(parameter)) {
          next.append(parameter).append('&');
        }
      }
    }
    return next.append("cursor=").append(cursor).toString();
  }

  private static boolean isCursor(String parameter) {
    int end = parameter.indexOf('=');
    String name = end < 0 ? parameter : parameter.substring(0, end);
    return URLDecoder.decode(name, StandardCharsets.UTF_8).equals("cursor");
  }
}
