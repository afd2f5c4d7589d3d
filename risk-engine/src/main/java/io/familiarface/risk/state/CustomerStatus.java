package io.familiarface.risk.state;

/** Where the customer stands: nothing agreed yet, served, or gone. */
public enum CustomerStatus {
  PROSPECT,
  ACTIVE,
  /** Gone without a word: their agreement has run out, and for long nobody has come. */
  LAPSED,
  CANCELLED;

  /** Whether the customer has left, with a word or without. */
  public boolean gone() {
    return this == LAPSED || this == CANCELLED;
  }
}
