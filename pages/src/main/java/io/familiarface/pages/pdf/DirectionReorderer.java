package io.familiarface.pages.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;

/** Turns what is written from right to left round, as a PDF is painted from the left. */
final class DirectionReorderer implements BidiReorderer {
  private static final String BRACKETS = "()[]{}<>«»‹›";

  @Override
  public String reorderRTLTextToLTR(String text) {
    StringBuilder turned = new StringBuilder(text).reverse();
    for (int i = 0; i < turned.length(); i++) {
      int bracket = BRACKETS.indexOf(turned.charAt(i));
      if (bracket >= 0) {
        // An opening one stands before its closing one, at an even place.
        turned.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
      }
    }
    return turned.toString();
  }

  @Override
  public String shapeText(String text) {
    return ArabicLetters.joined(text);
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}
