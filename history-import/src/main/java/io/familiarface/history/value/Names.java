package io.familiarface.history.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Names as people write them, and keys made of them. */
public final class Names {
  /** The services take external ids of at most so many characters. */
  private static final int LONGEST_KEY = 100;

  private static final int SLUG = 24;

  private Names() {}

  /** What two spellings share that differ in blanks, capitals, dashes and apostrophes only. */
  public static String folded(String text) {
    String tidy = Text.plainLetters(Text.tidy(text));
    StringBuilder folded = new StringBuilder(tidy.length());
    for (int i = 0; i < tidy.length(); i++) {
      char c = tidy.charAt(i);
      if (!Text.isApostrophe(c)) {
        folded.append(c);
      }
    }
    return (folded.length() == 0 ? tidy : folded.toString()).toLowerCase(Locale.ROOT);
  }

  /** Letters and digits without accents, words parted by one blank. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    // An accent that stands alone becomes a blank and a mark: it is an apostrophe before that.
    String letters =
        isAscii(text)
            ? text.toLowerCase(Locale.ROOT)
            : Normalizer.normalize(text.replace('\u00B4', '\''), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        plain.append(c);
      } else if (!isMark(c) && plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** What stands in a word without parting it: an accent, an apostrophe. */
  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || Text.isApostrophe(c);
  }

  /**
   * A key made of a name; the name can't be read from it, because keys travel and names must not.
   */
  public static String key(String prefix, String name) {
    return prefix + hash(name, 8);
  }

  /** Whether a key was made of a name. */
  public static boolean isKey(String prefix, String key) {
    return key.matches(prefix + "[0-9a-f]{16}");
  }

  /** A key made of a text that may be read: different for different texts. */
  public static String readableKey(String text) {
    return slug(text) + "-" + hash(plain(text), 3);
  }

  /** Another system's own key, as the services take it. */
  public static String given(String id) {
    String key = Text.tidy(id).replace(' ', '-');
    return bounded(key.endsWith(".0") ? key.substring(0, key.length() - 2) : key);
  }

  /** A key under another one. */
  public static String under(String key, String part) {
    return bounded(key + "." + part);
  }

  private static String slug(String text) {
    String slug = plain(text).replaceAll("[^a-z0-9 ]", "").strip().replaceAll(" +", "-");
    String cut = slug.length() > SLUG ? slug.substring(0, SLUG) : slug;
    return cut.isEmpty() ? "x" : cut.replaceAll("-+$", "");
  }

  private static String bounded(String key) {
    return key.length() <= LONGEST_KEY ? key : Text.cut(key, LONGEST_KEY - 13) + "-" + hash(key, 6);
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
