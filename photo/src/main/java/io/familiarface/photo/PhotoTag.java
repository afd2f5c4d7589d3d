package io.familiarface.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a photo by its content: the same picture has the same tag. */
final class PhotoTag {

  private static final int LENGTH = 16;

  private PhotoTag() {}

  static String of(Photo photo) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(photo.content());
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
