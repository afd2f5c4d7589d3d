package io.familiarface.rest.transport;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * The headers of every answer that is about persons: nobody keeps it, nobody guesses what it is,
 * and a browser runs nothing that stands in it. What a resource or a page says itself is left.
 */
final class AnswerHeaders {
  private static final String CACHE = "Cache-Control";
  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** A page made by a resource has its style in it, and no script. */
  private static final String PAGE =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private AnswerHeaders() {}

  static void complete(RoutingContext call) {
    String address = call.request().uri();
    call.addHeadersEndHandler(ready -> complete(address, call.response().headers()));
  }

  private static void complete(String address, MultiMap headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    if (address.startsWith("/q/")) {
      return;
    }
    addIfAbsent(headers, "Referrer-Policy", "no-referrer");
    String type = headers.get("Content-Type");
    addIfAbsent(headers, POLICY, type != null && type.startsWith("text/html") ? PAGE : NOTHING);
    String kept = headers.get(CACHE);
    if (address.startsWith("/v1/")) {
      headers.set(CACHE, "no-store");
    } else if (kept == null || kept.contains("immutable")) {
      // A page asks each time whether it is still the same, and is new after an upgrade.
      headers.set(CACHE, "no-cache");
    }
  }

  private static void addIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
