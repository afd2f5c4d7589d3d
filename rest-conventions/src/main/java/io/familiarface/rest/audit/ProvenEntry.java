package io.familiarface.rest.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * An entry with what proves its states.
 *
 * @param digest as the function {@code audit_states_digest} of the database reckons it
 */
record ProvenEntry(AuditEntry entry, byte[] salt, byte[] digest) {
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ProvenEntry of(AuditEntry entry) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new ProvenEntry(entry, salt, digest(salt, entry));
  }

  private static byte[] digest(byte[] salt, AuditEntry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(bytes(entry.before()));
      digest.update((byte) '\n');
      return digest.digest(bytes(entry.after()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String state) {
    return state == null ? new byte[0] : state.getBytes(StandardCharsets.UTF_8);
  }
}
