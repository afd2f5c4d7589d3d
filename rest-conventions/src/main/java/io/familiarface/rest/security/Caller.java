package io.familiarface.rest.security;

import io.familiarface.rest.Uuids;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The name to write down as the maker of a change. */
  public String name() {
    return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
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
