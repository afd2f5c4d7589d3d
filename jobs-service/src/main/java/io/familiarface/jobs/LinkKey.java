package io.familiarface.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What nobody guesses: 160 random bits. Only the hash of one is kept, by which it is looked up: how
 * long that takes says nothing of the key.
 */
public record LinkKey(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 20;

  public static LinkKey next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new LinkKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 in hexadecimal digits. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "a key";
  }
}
