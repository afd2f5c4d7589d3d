package io.familiarface.rest.transport;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Metrics tell strangers how a company is doing: they are for operators, unless said otherwise. */
@ApplicationScoped
class MetricsAccess {
  enum Access {
    OPERATORS,
    PERMIT
  }

  private static final int AFTER_THE_TOKENS = 50;

  private final String path;
  private final Access access;

  MetricsAccess(
      @ConfigProperty(name = "quarkus.micrometer.export.prometheus.path") String path,
      @ConfigProperty(name = "familiar.metrics.access") Access access) {
    this.path = path;
    this.access = access;
  }

  void guard(@Observes Filters filters) {
    if (access == Access.OPERATORS) {
      filters.register(this::pass, AFTER_THE_TOKENS);
    }
  }

  private void pass(RoutingContext call) {
    if (!call.normalizedPath().startsWith(path)) {
      call.next();
      return;
    }
    SecurityIdentity caller =
        call.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    if (caller == null || caller.isAnonymous()) {
      VertxProblems.send(
          call, CommonProblem.UNAUTHENTICATED, "Send a token of an admin or of a service.");
    } else if (!caller.hasRole(Role.ADMIN) && !caller.hasRole(Role.SERVICE)) {
      VertxProblems.send(
          call, CommonProblem.FORBIDDEN, "The metrics are for an admin or a service.");
    } else {
      call.next();
    }
  }
}
