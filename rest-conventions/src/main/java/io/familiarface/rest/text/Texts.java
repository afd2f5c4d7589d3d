package io.familiarface.rest.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The one guard for text. A text has no control characters but line breaks and tabs, and no half of
 * a surrogate pair: PostgreSQL has no U+0000, and a half is kept as '?', so that two texts become
 * one. Names and external ids are what people compare by eye, so they are NFC and have nothing in
 * them that nobody sees.
 */
public final class Texts {
  /** Scripts from here on, and emoji, use the joiners as letters do. */
  private static final int FIRST_THAT_JOINS = 0x0600;

  private Texts() {}

  /** Why this is no text; empty when it is one. */
  public static Optional<String> fault(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c <= 0xFFFF && Character.isSurrogate((char) c)) {
        return Optional.of("This has half a character (" + named(c) + "): send the whole pair.");
      }
      if (isForbidden(c)) {
        return Optional.of(
            "Control characters other than line breaks and tabs are not taken; this has "
                + named(c)
                + ".");
      }
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  /**
   * The text itself; the empty one when there is nothing in it that anybody sees.
   *
   * @throws IllegalArgumentException when it is none, with the reason
   */
  public static String require(String text) {
    fault(text)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return isSeen(text) ? text : "";
  }

  /** Plain blanks are left to whoever asks for a text that is not blank. */
  private static boolean isSeen(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isBlank(c) && !isInvisible(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return text.trim().isEmpty();
  }

  /** A name: one line, NFC, trimmed, any blanks one plain one, without what nobody sees. */
  public static String name(String text) {
    String composed = composed(require(text));
    StringBuilder name = new StringBuilder(composed.length());
    int before = 0;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      if (isBlank(c)) {
        if (before != ' ') {
          name.append(' ');
        }
        before = ' ';
      } else if (!isInvisible(c) || (isJoiner(c) && before >= FIRST_THAT_JOINS)) {
        name.appendCodePoint(c);
        before = c;
      }
      i += Character.charCount(c);
    }
    return name.toString().strip();
  }

  /**
   * A key of another system, in NFC. It is not mended, as it must be found again as it was given.
   *
   * @throws IllegalArgumentException for one with blanks around it, or with what nobody sees
   */
  public static String externalId(String text) {
    String id = composed(require(text));
    if (!id.isEmpty() && (isBlank(id.codePointAt(0)) || isBlank(id.codePointBefore(id.length())))) {
      throw new IllegalArgumentException("An external id has no blanks around it.");
    }
    id.codePoints()
        .filter(c -> isInvisible(c) || (isBlank(c) && c != ' '))
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "An external id has only what can be seen; this has " + named(c) + ".");
            });
    return id;
  }

  /** The text in NFC, so that an accent is one letter however it was typed. */
  public static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A text that may be shown: what is forbidden in it stands as U+FFFD. */
  public static String shown(String text) {
    if (fault(text).isEmpty()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isForbidden(c) || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isForbidden(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Formats, marks of direction, and the fillers that have the width of a letter. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0;
  }

  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  private static String named(int c) {
    return String.format("U+%04X", c);
  }
}
