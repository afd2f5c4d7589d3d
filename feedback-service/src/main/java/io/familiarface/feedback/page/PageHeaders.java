package io.familiarface.feedback.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the pages with a strict Content-Security-Policy: only our own scripts and styles run, and
 * they talk only to our services and to whoever signs people in.
 */
@ApplicationScoped
class PageHeaders {
  private static final int BEFORE_THE_FILES = 50;
  private static final Set<String> PAGES = Set.of("/today", "/story", "/backtest", "/cases");
  private static final List<String> OURS =
      List.of("/today/", "/story/", "/backtest/", "/cases/", "/assets/");

  private final String policy;

  PageHeaders(
      SignInSettings signIn,
      @ConfigProperty(name = "familiar.public-url.customers") String customersUrl) {
    String others =
        Stream.concat(Stream.of(customersUrl), signIn.issuer().stream())
            .map(PageHeaders::origin)
            .distinct()
            .collect(Collectors.joining(" "));
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
            + " 'self' "
            + others
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  void register(@Observes Filters filters) {
    filters.register(this::complete, BEFORE_THE_FILES);
  }

  private void complete(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    String path = routing.normalizedPath();
    if (PAGES.contains(path)) {
      String query = request.query() == null ? "" : "?" + request.query();
      routing.response().setStatusCode(301).putHeader("Location", path + "/" + query).end();
      return;
    }
    if (OURS.stream().anyMatch(path::startsWith)) {
      HttpServerResponse response = routing.response();
      response.putHeader("Content-Security-Policy", policy);
      response.putHeader("X-Content-Type-Options", "nosniff");
      response.putHeader("Referrer-Policy", "no-referrer");
      response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    routing.next();
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
