package io.familiarface.rest.transport;

import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what callers write out of the metrics: a request is counted under the template of its
 * resource, and under one constant where it matched none, so that nobody fills up the series, and
 * no key of a customer stands in them.
 */
final class MetricTags {
  private static final String TEMPLATE = "UrlPathTemplate";
  private static final String NO_TEMPLATE = "/unmatched";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private MetricTags() {}

  /** Where resources are found, their own template takes the place of this. */
  static void begin(RoutingContext call) {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(TEMPLATE, call.request().uri().startsWith("/q/") ? "/q" : NO_TEMPLATE);
    }
  }

  /** Anybody can make up a method. */
  @Produces
  @Singleton
  static MeterFilter knownMethods() {
    return MeterFilter.replaceTagValues(
        "method", method -> METHODS.contains(method) ? method : "OTHER");
  }
}
