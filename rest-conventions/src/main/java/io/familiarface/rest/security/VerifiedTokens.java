package io.familiarface.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sends the same token again is known again: verifying a signature costs more than all else
 * that is done for a small request. A token that was not good is verified each time; a good one
 * once a minute, so that a key that a provider withdraws is not relied on for longer, and never
 * after it has expired.
 */
@ApplicationScoped
class VerifiedTokens
    implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
  private static final Duration RELIED_ON = Duration.ofMinutes(1);
  private static final int MOST = 1_000;
  private static final int BEFORE_VERIFYING = 2_000;

  /** What is known by it was not verified just now, and may not be kept for another minute. */
  private static final String KNOWN = "familiar.known-token";

  private final Clock clock;
  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder().expireAfterWrite(RELIED_ON).maximumSize(MOST).build();

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return BEFORE_VERIFYING;
  }

  /** Null leaves it to the next provider, which verifies. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    SecurityIdentity known = verified.getIfPresent(request.getToken().getToken());
    return Uni.createFrom().item(known != null && isValid(known) ? known : null);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    TokenCredential token = identity.getCredential(TokenCredential.class);
    if (token != null && identity.getAttribute(KNOWN) == null && isValid(identity)) {
      verified.put(
          token.getToken(),
          QuarkusSecurityIdentity.builder(identity).addAttribute(KNOWN, true).build());
    }
    return Uni.createFrom().item(identity);
  }

  private boolean isValid(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && Instant.ofEpochSecond(token.getExpirationTime()).isAfter(clock.instant());
  }
}
