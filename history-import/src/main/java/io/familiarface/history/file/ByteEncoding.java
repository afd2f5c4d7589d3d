package io.familiarface.history.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which encoding of one byte a letter a file is in, by what its upper bytes would be: an accent
 * stands among small letters, a frame of DOS or a Greek letter does not.
 */
final class ByteEncoding {
  /** The likeliest first. What Windows writes as "Latin-1" has the curly quotes that it lacks. */
  private static final List<TextEncoding> ALL =
      List.of(
          new TextEncoding(Charset.forName("windows-1252"), "Latin-1 (Windows-1252)", 0),
          new TextEncoding(Charset.forName("x-MacRoman"), "Mac Roman", 0),
          new TextEncoding(Charset.forName("IBM850"), "DOS (code page 850)", 0),
          new TextEncoding(Charset.forName("IBM437"), "DOS (code page 437)", 0));

  private static final int UPPER = 128;
  private static final String PUNCTUATION =
      "\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u2022\u20AC\u00A3\u00A7\u00B0\u00BA\u00AA\u00AB\u00BB\u00BF\u00A1\u00AE\u00A9\u2122\u00B7\u00BD\u00A0";

  /** French, Spanish, German, Portuguese, Nordic languages, Italian. */
  private static final List<String> LANGUAGES =
      List.of(
          "\u00E0\u00E2\u00E7\u00E8\u00E9\u00EA\u00EB\u00EE\u00EF\u00F4\u00F9\u00FB",
          "\u00E1\u00E9\u00ED\u00F1\u00F3\u00FA\u00FC",
          "\u00E4\u00F6\u00FC\u00DF",
          "\u00E1\u00E2\u00E3\u00E7\u00E9\u00EA\u00ED\u00F3\u00F4\u00F5\u00FA",
          "\u00E5\u00E6\u00F8\u00E4\u00F6",
          "\u00E0\u00E8\u00E9\u00EC\u00F2\u00F9");

  /** Where a byte stands. */
  private enum Place {
    AMONG_SMALL_LETTERS,
    BEFORE_SMALL_LETTERS,
    AMONG_CAPITALS,
    ELSEWHERE
  }

  private final long[][] counts = new long[UPPER][Place.values().length];
  private int before;
  private int last = -1;

  /** Takes a byte of the file, from 0 to 255; at its end, a blank. */
  void see(int next) {
    if (last >= UPPER) {
      counts[last - UPPER][place(before, next).ordinal()]++;
    }
    before = last;
    last = next;
  }

  private static Place place(int before, int after) {
    if (isSmall(before)) {
      return Place.AMONG_SMALL_LETTERS;
    }
    if (before >= 'A' && before <= 'Z') {
      return isSmall(after) ? Place.AMONG_SMALL_LETTERS : Place.AMONG_CAPITALS;
    }
    return isSmall(after) ? Place.BEFORE_SMALL_LETTERS : Place.ELSEWHERE;
  }

  private static boolean isSmall(int letter) {
    return letter >= 'a' && letter <= 'z';
  }

  TextEncoding likeliest() {
    return ALL.stream()
        .sorted(Comparator.comparingLong((TextEncoding it) -> -weight(it.charset())))
        .findFirst()
        .orElseThrow();
  }

  private long weight(Charset charset) {
    byte[] upper = new byte[UPPER];
    for (int i = 0; i < UPPER; i++) {
      upper[i] = (byte) (UPPER + i);
    }
    String signs = new String(upper, charset);
    long weight = 0;
    for (int i = 0; i < UPPER; i++) {
      for (Place place : Place.values()) {
        weight += counts[i][place.ordinal()] * weight(signs.charAt(i), place);
      }
    }
    return weight + LANGUAGES.stream().mapToLong(it -> inLanguage(it, signs)).max().orElse(0);
  }

  /** How many letters are those of one language: most files have the accents of one. */
  private long inLanguage(String letters, String signs) {
    return IntStream.range(0, UPPER)
        .filter(i -> letters.indexOf(Character.toLowerCase(signs.charAt(i))) >= 0)
        .mapToLong(i -> Arrays.stream(counts[i]).sum())
        .sum();
  }

  private static int weight(char sign, Place place) {
    boolean isLatin =
        Character.isLetter(sign)
            && Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN
            && sign != '\u0192'
            && sign != '\u02C6';
    if (isLatin && Character.isLowerCase(sign)) {
      return switch (place) {
        case AMONG_SMALL_LETTERS -> 3;
        case BEFORE_SMALL_LETTERS -> 1;
        case AMONG_CAPITALS -> -1;
        case ELSEWHERE -> 0;
      };
    }
    if (isLatin) {
      return place == Place.AMONG_SMALL_LETTERS ? -3 : place == Place.ELSEWHERE ? 0 : 3;
    }
    if (PUNCTUATION.indexOf(sign) >= 0) {
      boolean apostrophe = sign == '\u2019';
      return switch (place) {
        case AMONG_SMALL_LETTERS -> apostrophe ? 3 : 0;
        case AMONG_CAPITALS -> apostrophe ? 4 : 2;
        default -> 2;
      };
    }
    return -3;
  }
}
