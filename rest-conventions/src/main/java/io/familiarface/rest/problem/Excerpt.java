package io.familiarface.rest.problem;

/** Prepares what a caller sent for being quoted back in a message. */
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /** The text without control characters, cut to 80 characters. */
  public static String of(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
