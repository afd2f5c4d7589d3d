package io.familiarface.rest.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * The opaque text of a cursor: a checksum over list, filters and key, then the key.
 *
 * <p>The checksum tells a cursor of another list from one of this list; it is no signature, as a
 * key gives away nothing that the list would not show.
 */
final class Cursor {
  private static final char BETWEEN = '\u001f';

  private Cursor() {}

  static String write(Key key, String scope) {
    String text = String.join(String.valueOf(BETWEEN), key.parts());
    String checked = checksum(scope, text) + BETWEEN + text;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(checked.getBytes(StandardCharsets.UTF_8));
  }

  static Key read(String cursor, String scope) {
    String checked;
    try {
      checked = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw InvalidKey.problem();
    }
    int split = checked.indexOf(BETWEEN);
    if (split < 0) {
      throw InvalidKey.problem();
    }
    String text = checked.substring(split + 1);
    if (!checked.substring(0, split).equals(checksum(scope, text))) {
      throw InvalidKey.problem();
    }
    return new Key(Arrays.asList(text.split(String.valueOf(BETWEEN), -1)));
  }

  private static String checksum(String scope, String text) {
    CRC32C crc = new CRC32C();
    crc.update((scope + BETWEEN + text).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
