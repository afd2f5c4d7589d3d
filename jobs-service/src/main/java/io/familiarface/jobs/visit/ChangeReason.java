package io.familiarface.jobs.visit;

/** Why somebody else comes than the agreement would have sent. */
public enum ChangeReason {
  LEFT_COMPANY,
  SICK,
  VACATION,
  REASSIGNED,
  CUSTOMER_REQUEST,
  OTHER;

  /** Somebody's health and holidays are nobody's business outside: both read ABSENT there. */
  public String outside() {
    return isAbsence() ? "ABSENT" : name();
  }

  public boolean isAbsence() {
    return this == SICK || this == VACATION;
  }
}
