package io.familiarface.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private static final Instant EXPIRES = Instant.parse("2026-03-02T10:00:00Z");

  private Instant now = EXPIRES.minusSeconds(30);
  private final VerifiedTokens tokens = new VerifiedTokens(new Watch());

  @Test
  void a_token_that_was_verified_is_known() {
    SecurityIdentity verified = verify("good");

    assertThat(askFor("good").getPrincipal()).isSameAs(verified.getPrincipal());
    assertThat(askFor("good").getRoles()).containsExactly("csr");
  }

  @Test
  void to_be_known_is_not_to_be_verified_again() {
    verify("good");
    SecurityIdentity known = askFor("good");
    VerifiedTokens aMinuteLater = new VerifiedTokens(new Watch());
    aMinuteLater.augment(known, null).await().indefinitely();

    assertThat(askFor(aMinuteLater, "good")).isNull();
  }

  @Test
  void a_token_that_nobody_verified_is_left_to_whoever_verifies() {
    verify("good");

    assertThat(askFor("another")).isNull();
  }

  @Test
  void a_known_token_is_left_to_whoever_verifies_once_it_has_expired() {
    verify("good");
    now = EXPIRES;

    assertThat(askFor("good")).isNull();
  }

  @Test
  void it_is_asked_before_whoever_verifies() {
    IdentityProvider<TokenAuthenticationRequest> verifying = new Verifying();

    assertThat(tokens.priority()).isGreaterThan(verifying.priority());
  }

  @Test
  void an_identity_without_a_token_is_none_to_remember() {
    SecurityIdentity nobody = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    assertThat(tokens.augment(nobody, null).await().indefinitely()).isSameAs(nobody);
  }

  private SecurityIdentity verify(String token) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject("csr");
    claims.setExpirationTime(NumericDate.fromSeconds(EXPIRES.getEpochSecond()));
    SecurityIdentity identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new OidcJwtCallerPrincipal(claims, new AccessTokenCredential(token)))
            .addCredential(new AccessTokenCredential(token))
            .addRole("csr")
            .build();
    return tokens.augment(identity, null).await().indefinitely();
  }

  private SecurityIdentity askFor(String token) {
    return askFor(tokens, token);
  }

  private static SecurityIdentity askFor(VerifiedTokens whom, String token) {
    return whom.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(token)), null)
        .await()
        .indefinitely();
  }

  /** As the provider of quarkus-oidc, which says nothing of its place. */
  private static final class Verifying implements IdentityProvider<TokenAuthenticationRequest> {
    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
      return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
        TokenAuthenticationRequest request, AuthenticationRequestContext context) {
      return Uni.createFrom().failure(new AssertionError("verified again"));
    }
  }

  private final class Watch extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
