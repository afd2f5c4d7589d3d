package io.familiarface.rest.limit;

import io.familiarface.rest.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one caller from using up a service: so many requests a second on average, with room for a
 * burst of two seconds. Counted in each copy of the service; the other services are not counted.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class RateLimit implements ContainerRequestFilter {
  private final SecurityIdentity identity;
  private final TokenBuckets buckets;
  private final String detail;

  RateLimit(
      SecurityIdentity identity,
      @ConfigProperty(name = "familiar.rate-limit.requests-per-second") long perSecond) {
    this.identity = identity;
    this.buckets = new TokenBuckets(perSecond * 2, perSecond, Duration.ofSeconds(1));
    this.detail =
        "More than "
            + perSecond
            + " requests a second. Wait as long as Retry-After says; for"
            + " many records use the imports.";
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!identity.isAnonymous() && !identity.hasRole(Role.SERVICE)) {
      buckets.take(identity.getPrincipal().getName(), detail);
    }
  }
}
