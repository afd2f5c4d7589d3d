package io.familiarface.rest.testing;

import io.familiarface.rest.security.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Bearer tokens of every kind, signed with a key made for this run. */
public final class Tokens {
  // Test resources and tests live in different class loaders, so the pair is kept where both see
  // it.
  private static final String PUBLIC = "familiar.test.public-key";
  private static final String PRIVATE = "familiar.test.private-key";

  private Tokens() {}

  public static String publicKey() {
    makeKeys();
    return System.getProperty(PUBLIC);
  }

  /** A valid token of one role. */
  public static String as(String role) {
    return claims(role).sign(privateKey());
  }

  public static String technician(UUID technicianId) {
    return claims(Role.TECHNICIAN)
        .claim("technician_id", technicianId.toString())
        .sign(privateKey());
  }

  public static String expired() {
    Instant then = Instant.now().minus(Duration.ofHours(2));
    return claims(Role.ADMIN)
        .issuedAt(then)
        .expiresAt(then.plus(Duration.ofHours(1)))
        .sign(privateKey());
  }

  /** Well-formed and unexpired, but signed with somebody else's key. */
  public static String foreign() {
    return claims(Role.ADMIN).sign(newPair().getPrivate());
  }

  public static String forAnotherAudience() {
    return claims(Role.ADMIN).audience("another-system").sign(privateKey());
  }

  public static String fromAnotherIssuer() {
    return claims(Role.ADMIN).issuer("another-issuer").sign(privateKey());
  }

  private static JwtClaimsBuilder claims(String role) {
    Instant now = Instant.now();
    return Jwt.issuer("familiar-face")
        .audience("familiar-face")
        .subject("test-" + role)
        .upn("test " + role)
        .groups(role)
        .issuedAt(now)
        .expiresAt(now.plus(Duration.ofHours(1)));
  }

  private static PrivateKey privateKey() {
    makeKeys();
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void makeKeys() {
    synchronized (System.class) {
      if (System.getProperty(PUBLIC) == null) {
        KeyPair pair = newPair();
        Base64.Encoder base64 = Base64.getEncoder();
        System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
      }
    }
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
