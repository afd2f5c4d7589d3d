package io.familiarface.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number for all that a record says, the same in every run. An import keeps that of the last line
 * with the thing it made: the same line again is UNCHANGED and changes nothing, whatever has
 * happened to the thing in between.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * @param said a record, of records, lists and plain values
   */
  public static long of(Record said) {
    try {
      byte[] text = said.toString().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
