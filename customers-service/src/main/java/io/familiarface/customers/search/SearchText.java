package io.familiarface.customers.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is searched: words of small letters and digits without accents, one blank between
 * them. An apostrophe is nothing, any other mark a blank.
 *
 * <p>A letter that is not ASCII stands as {@code q} and five letters for its code point: what is
 * part of a text is part of it still, and PostgreSQL's trigrams, which see ASCII alone where the
 * database has the locale C, find it.
 */
final class SearchText {
  private static final String APOSTROPHES = "'\u2018\u2019\u02BC`\u00B4";
  private static final int NIBBLES = 5;
  private static final int ASCII = 128;

  private SearchText() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    decomposed(text).toLowerCase(Locale.ROOT).codePoints().forEach(letter -> append(plain, letter));
    return plain.toString().strip();
  }

  /** Most text is ASCII, which is all that it can be taken apart to. */
  private static String decomposed(String text) {
    return text.chars().allMatch(c -> c < ASCII)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  /** The digits alone: how a telephone number is searched, whatever stands between them. */
  static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static void append(StringBuilder plain, int letter) {
    if (APOSTROPHES.indexOf(letter) >= 0
        || Character.getType(letter) == Character.NON_SPACING_MARK) {
      return;
    }
    switch (letter) {
      case 'ß' -> plain.append("ss");
      case 'æ' -> plain.append("ae");
      case 'œ' -> plain.append("oe");
      case 'ø' -> plain.append('o');
      case 'ł' -> plain.append('l');
      case 'đ', 'ð' -> plain.append('d');
      case 'ı' -> plain.append('i');
      default -> {
        if (!Character.isLetterOrDigit(letter)) {
          appendBlank(plain);
        } else if (letter < ASCII) {
          plain.append((char) letter);
        } else {
          encode(plain, letter);
        }
      }
    }
  }

  private static void appendBlank(StringBuilder plain) {
    if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  private static void encode(StringBuilder plain, int letter) {
    plain.append('q');
    for (int nibble = NIBBLES - 1; nibble >= 0; nibble--) {
      plain.append((char) ('a' + (letter >> 4 * nibble & 15)));
    }
  }
}
