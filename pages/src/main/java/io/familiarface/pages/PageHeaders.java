package io.familiarface.pages;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends the pages with a strict Content-Security-Policy: only our own scripts and styles run, and
 * they talk only to our services and to whoever signs people in.
 */
@ApplicationScoped
class PageHeaders {
  private static final int BEFORE_THE_FILES = 50;
  private static final String ASSETS = "assets";

  private final Set<String> folders;
  private final String policy;

  PageHeaders(PageSettings pages, SignInSettings signIn, PublicUrls urls) {
    this.folders = pages.folders().orElse(Set.of());
    String others =
        Stream.concat(urls.origins(), signIn.issuer().map(PublicUrls::origin).stream())
            .distinct()
            .collect(Collectors.joining(" "));
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src"
            + " 'self' "
            + others
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  void register(@Observes Filters filters) {
    filters.register(this::complete, BEFORE_THE_FILES);
  }

  private void complete(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    String[] path = routing.normalizedPath().split("/", 3);
    boolean page = path.length > 1 && folders.contains(path[1]);
    if (page && path.length == 2) {
      String query = request.query() == null ? "" : "?" + request.query();
      routing
          .response()
          .setStatusCode(301)
          .putHeader("Location", "/" + path[1] + "/" + query)
          .end();
      return;
    }
    if (page || path.length > 1 && path[1].equals(ASSETS)) {
      HttpServerResponse response = routing.response();
      response.putHeader("Content-Security-Policy", policy);
      response.putHeader("X-Content-Type-Options", "nosniff");
      response.putHeader("Referrer-Policy", "no-referrer");
      response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    routing.next();
  }
}
