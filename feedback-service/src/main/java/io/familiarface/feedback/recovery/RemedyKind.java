package io.familiarface.feedback.recovery;

/** How what was broken is made good. */
public enum RemedyKind {
  /** The company pays for the damage. */
  PAY_DAMAGE(true),
  /** Less to pay, for this work or for the next. */
  DISCOUNT(true),
  /** What was paid is given back, or kept for the customer. */
  CREDIT(true),
  /** The work is done again. */
  REDO(false),
  OTHER(false);

  private final boolean money;

  RemedyKind(boolean money) {
    this.money = money;
  }

  /** Whether it is nothing without an amount. */
  public boolean isMoney() {
    return money;
  }
}
