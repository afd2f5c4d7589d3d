package io.familiarface.rest.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * The opaque text of a cursor: a checksum over list, filters and key, then each part of the key, in
 * Base64 so that no part can end another.
 *
 * <p>The checksum tells a cursor of another list from one of this list; it is no signature, as a
 * key gives away nothing that the list would not show. So what is read is checked as any input is:
 * here for being text that the database can hold, by {@link Key} for its type. The guard of texts
 * is not asked: a row may be older than it, and its list goes on behind it all the same.
 */
final class Cursor {
  private static final String BETWEEN = ".";

  private Cursor() {}

  static String write(Key key, String scope) {
    String text = key.parts().stream().map(Cursor::encoded).collect(Collectors.joining(BETWEEN));
    return checksum(scope, text) + BETWEEN + text;
  }

  static Key read(String cursor, String scope) {
    int split = cursor.indexOf(BETWEEN);
    if (split < 0) {
      throw InvalidKey.problem();
    }
    String text = cursor.substring(split + 1);
    if (!cursor.substring(0, split).equals(checksum(scope, text))) {
      throw InvalidKey.problem();
    }
    try {
      List<String> parts =
          Arrays.stream(text.split("\\" + BETWEEN, -1)).map(Cursor::decoded).toList();
      return new Key(parts);
    } catch (IllegalArgumentException e) {
      throw InvalidKey.problem();
    }
  }

  private static String encoded(String part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(part.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(part)))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw InvalidKey.problem();
      }
      return text;
    } catch (CharacterCodingException e) {
      throw InvalidKey.problem();
    }
  }

  private static String checksum(String scope, String text) {
    CRC32C crc = new CRC32C();
    crc.update((scope + '\n' + text).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
