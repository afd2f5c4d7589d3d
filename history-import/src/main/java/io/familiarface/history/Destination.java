package io.familiarface.history;

/** Where the lines of a history go, in the order in which they refer to each other. */
public enum Destination {
  TECHNICIANS,
  CUSTOMERS,
  AGREEMENTS,
  VISITS,
  CANCELLATIONS;

  /** In plain words, for one screen. */
  public String words() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public boolean isAtCustomersService() {
    return this == CUSTOMERS;
  }
}
