package io.familiarface.rest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one caller from using up a service: so many requests a second on average, with room for a
 * burst of two seconds. Counted in each copy of the service; the other services are not counted.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class RateLimit implements ContainerRequestFilter {
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
  private static final int CALLERS_REMEMBERED = 10_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(CALLERS_REMEMBERED)
          .expireAfterAccess(FORGOTTEN_AFTER)
          .build();
  private final SecurityIdentity identity;
  private final long perSecond;

  RateLimit(
      SecurityIdentity identity,
      @ConfigProperty(name = "familiar.rate-limit.requests-per-second") long perSecond) {
    this.identity = identity;
    this.perSecond = perSecond;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (identity.isAnonymous() || identity.hasRole(Role.SERVICE)) {
      return;
    }
    Bucket bucket = buckets.get(identity.getPrincipal().getName(), name -> full());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      throw CommonProblem.TOO_MANY_REQUESTS
          .start()
          .withDetail(
              "More than "
                  + perSecond
                  + " requests a second. Wait as long as Retry-After says; for"
                  + " many records use the imports.")
          .withHeader("Retry-After", seconds)
          .build();
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(perSecond * 2).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
