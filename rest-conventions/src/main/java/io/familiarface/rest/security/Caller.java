package io.familiarface.rest.security;

import io.familiarface.rest.Uuids;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {
  private static final String SYSTEM = "system";
  private static final String BY_LINK = "by link";

  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;

  Caller(SecurityIdentity identity, CurrentVertxRequest request) {
    this.identity = identity;
    this.request = request;
  }

  /**
   * The name to write down as the maker of a change. Schedules and feeds have a context of a
   * request too, but no request; who is not signed in came by a link that was sent to them.
   */
  public String name() {
    if (!identity.isAnonymous()) {
      return identity.getPrincipal().getName();
    }
    return request.getCurrent() == null ? SYSTEM : BY_LINK;
  }

  /** Has a name of their own, as whoever came by a link has not. */
  public boolean isSignedIn() {
    return !identity.isAnonymous();
  }

  public boolean is(String role) {
    return identity.hasRole(role);
  }

  /** May do what is done for the whole branch, such as recording what happened long ago. */
  public boolean isManager() {
    return is(Role.ADMIN) || is(Role.MANAGER);
  }

  /** The technician whom the caller is restricted to; empty for everybody who is more than that. */
  public Optional<UUID> technicianId() {
    boolean onlyTechnician =
        is(Role.TECHNICIAN)
            && !is(Role.ADMIN)
            && !is(Role.MANAGER)
            && !is(Role.CSR)
            && !is(Role.SERVICE);
    if (!onlyTechnician) {
      return Optional.empty();
    }
    return Optional.of(claimed().orElseThrow(MissingTechnicianClaim::problem));
  }

  private Optional<UUID> claimed() {
    return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? Uuids.parse(token.getClaim("technician_id"))
        : Optional.empty();
  }
}
