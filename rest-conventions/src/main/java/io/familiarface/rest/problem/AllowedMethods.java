package io.familiarface.rest.problem;

import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods of the resource at an address: RFC 9110 wants them in a 405. */
final class AllowedMethods {
  private AllowedMethods() {}

  /** As the Allow header lists them; empty where there is no resource. */
  static String here() {
    Set<String> methods = new TreeSet<>();
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    if (request != null) {
      var resource =
          new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPath());
      for (ServerRestHandler handler :
          resource == null ? new ServerRestHandler[0] : resource.value.handlers) {
        if (handler instanceof ClassRoutingHandler routing) {
          String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
          routing
              .getMappers()
              .forEach(
                  (method, operations) -> {
                    if (method != null && operations.map(rest) != null) {
                      methods.add(method);
                    }
                  });
        }
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }
}
