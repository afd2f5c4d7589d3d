package io.familiarface.rest.transport;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pages from which a browser may call: those of the three services. */
@ApplicationScoped
class Origins {
  private final List<String> allowed;

  Origins(@ConfigProperty(name = "quarkus.http.cors.origins") List<String> allowed) {
    this.allowed = allowed;
  }

  /**
   * Whether a request that names its origin comes from a page of ours; one that doesn't is none.
   */
  boolean isOurs(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || allowed.contains(origin) || origin.equals(ofOwn(request));
  }

  private static String ofOwn(HttpServerRequest request) {
    HostAndPort host = request.authority();
    return request.scheme() + "://" + host;
  }
}
