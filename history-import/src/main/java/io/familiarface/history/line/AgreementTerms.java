package io.familiarface.history.line;

/** What a reading and a recognition must agree on. */
public final class AgreementTerms {
  /** What an agreement is for while nobody says it. */
  public static final String NO_PROGRAM = "Regular service";

  /** A last visit after the cancellation, or one that was paid already, is no new beginning. */
  public static final int DAYS_OF_NOTICE = 30;

  private AgreementTerms() {}
}
