package io.familiarface.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sends the same token again is known again: verifying a signature costs more than all else
 * that is done for a small request, and the way to whoever verifies a tenth of it. A token that was
 * not good is verified each time; a good one once a minute, so that a key that a provider withdraws
 * is not relied on for longer, and never after it has expired.
 */
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {
  private static final Duration RELIED_ON = Duration.ofMinutes(1);
  private static final int MOST = 1_000;
  private static final String SCHEME = "Bearer ";
  private static final int BEFORE_VERIFYING = DEFAULT_PRIORITY + 1_000;

  private final Clock clock;
  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder().expireAfterWrite(RELIED_ON).maximumSize(MOST).build();

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public int getPriority() {
    return BEFORE_VERIFYING;
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  /** Null leaves it to the next mechanism, which verifies. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext call, IdentityProviderManager whoeverVerifies) {
    return Uni.createFrom().item(known(call.request().getHeader("Authorization")));
  }

  /** Whoever verifies says what is wrong. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    return Uni.createFrom().nullItem();
  }

  /** Who sends this header, if that was verified just now; else null. */
  SecurityIdentity known(String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return null;
    }
    SecurityIdentity known = verified.getIfPresent(authorization.substring(SCHEME.length()));
    return known != null && isValid(known) ? known : null;
  }

  /** Called for who was verified, and not for who was known. */
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    TokenCredential token = identity.getCredential(TokenCredential.class);
    if (token != null && isValid(identity)) {
      verified.put(token.getToken(), identity);
    }
    return Uni.createFrom().item(identity);
  }

  private boolean isValid(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && Instant.ofEpochSecond(token.getExpirationTime()).isAfter(clock.instant());
  }
}
