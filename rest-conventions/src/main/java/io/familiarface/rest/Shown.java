package io.familiarface.rest;

/** Prepares what a caller sent for being quoted back in a message. */
public final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** The text without control characters, cut to 80 characters. */
  public static String briefly(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
