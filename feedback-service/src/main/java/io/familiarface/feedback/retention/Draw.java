package io.familiarface.feedback.retention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Draws lots: by a hash, so that a customer stays in the same group for as long as an experiment
 * runs, and the next experiment draws anew.
 */
final class Draw {
  private static final double RANGE = 0x1p53;

  private Draw() {}

  /**
   * Whether a customer is held back.
   *
   * @param part from 0 for nobody to 1 for everybody
   */
  static boolean holdsBack(UUID seed, UUID customer, double part) {
    return number(seed, customer) < part;
  }

  /** Even from 0 to 1, without 1. */
  private static double number(UUID seed, UUID customer) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "/" + customer).getBytes(StandardCharsets.US_ASCII));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) / RANGE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
