package io.familiarface.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
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
  void what_is_no_bearer_token_is_left_to_whoever_verifies() {
    verify("good");

    assertThat(tokens.known(null)).isNull();
    assertThat(tokens.known("good")).isNull();
    assertThat(tokens.known("Basic good")).isNull();
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
    return tokens.known("Bearer " + token);
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
