package io.familiarface.feedback.words;

import io.familiarface.rest.text.Texts;

/** The name of a person or a company, in a field that is not called one. */
public final class TypedName {
  private TypedName() {}

  /** As {@link Texts#name}, so that it is found again as it is seen; null stays null. */
  public static String of(String typed) {
    return typed == null ? null : Texts.name(typed);
  }
}
