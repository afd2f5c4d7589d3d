package io.familiarface.history.value;

import java.text.Normalizer;

/** What spreadsheets, browsers and other systems put into a text beside its letters. */
public final class Text {
  private static final String INVISIBLE = "\u00AD\u034F\u061C\u180E\u200B\u200E\u200F\uFEFF";
  private static final String APOSTROPHES = "\u2018\u2019\u02BC\u00B4`\u2032\uFF07";
  private static final String DASHES =
      "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
  private static final String SLASHES = "\u2044\u2215\u2571\u29F8";
  private static final char JOINER = '\u200D';

  private Text() {}

  /** As written, with single blanks, and without the marks that nobody sees. */
  public static String tidy(String text) {
    StringBuilder tidy = null;
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBlank = isBlank(c);
      boolean isLost = isBlank ? blank || i + 1 == text.length() : isInvisible(text, i);
      if (tidy == null && (isLost || (isBlank && c != ' '))) {
        tidy = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (tidy != null && !isLost) {
        tidy.append(isBlank ? ' ' : c);
      }
      blank = isBlank || (isLost && blank);
    }
    return tidy == null ? text : tidy.toString().strip();
  }

  /** Blanks of all widths, also those that don't break. */
  private static boolean isBlank(char c) {
    return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : c > '~' && isWideBlank(c);
  }

  private static boolean isWideBlank(char c) {
    return c == '\u0085' || c == '\u2800' || c == '\u3164' || Character.isSpaceChar(c);
  }

  /** Joiners are seen in what they join, such as an emoji of two. */
  private static boolean isInvisible(String text, int at) {
    char c = text.charAt(at);
    if (c < '\u00AD') {
      return false;
    }
    if (c == JOINER) {
      return at == 0 || at + 1 == text.length() || text.charAt(at - 1) < '\u0600';
    }
    return INVISIBLE.indexOf(c) >= 0
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || (c >= '\uFFF9' && c <= '\uFFFB');
  }

  /** The same in plain signs: digits, dashes, slashes, apostrophes, full-width letters. */
  public static String plainSigns(String text) {
    return isPlain(text) ? text : tidy(plainLetters(text));
  }

  /** The same without signs that only look otherwise: ligatures, dashes, variations of a sign. */
  static String plainLetters(String text) {
    if (isPlain(text)) {
      return text;
    }
    String compatible = Normalizer.normalize(text.replace('\u00B4', '\''), Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(compatible.length());
    for (int i = 0; i < compatible.length(); i++) {
      char c = compatible.charAt(i);
      if (c < '\uFE00' || c > '\uFE0F') {
        plain.append(plainSign(c));
      }
    }
    return plain.toString();
  }

  private static boolean isPlain(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= '~' && text.charAt(i) != '`') {
      i++;
    }
    return i == text.length();
  }

  private static char plainSign(char c) {
    if (isApostrophe(c)) {
      return '\'';
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    if (SLASHES.indexOf(c) >= 0) {
      return '/';
    }
    return c > '9' && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || APOSTROPHES.indexOf(c) >= 0;
  }

  /** At most so many characters, and never half of one. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).stripTrailing();
  }

  /** The first sign that is no text, such as NUL or ESC, as {@code U+001B}; null without one. */
  public static String control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || (c >= '\u007F' && c <= '\u009F')) && !isBlank(c)) {
        return "U+%04X".formatted((int) c);
      }
    }
    return null;
  }

  /**
   * For a screen: signs that would steer it, or turn its lines around, are shown and not obeyed.
   */
  public static String shown(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char safe = shown(c);
      if (safe != c && shown == null) {
        shown = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (shown != null) {
        shown.append(safe);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private static char shown(char c) {
    if (c < ' ') {
      return isBlank(c) ? ' ' : (char) ('\u2400' + c);
    }
    boolean turns =
        (c >= '\u202A' && c <= '\u202E')
            || (c >= '\u2066' && c <= '\u2069')
            || c == '\u2028'
            || c == '\u2029';
    return turns || (c >= '\u007F' && c <= '\u009F') ? '\uFFFD' : c;
  }
}
