package io.familiarface.rest.problem;

import io.familiarface.rest.text.Texts;

/** Prepares what a caller sent for being quoted back in a message. */
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /** The text on one line, with U+FFFD for what is no text, cut to 80 characters. */
  public static String of(String text) {
    String clean = Texts.shown(text).replaceAll("[\\r\\n\\t]", " ");
    return clean.codePointCount(0, clean.length()) <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
