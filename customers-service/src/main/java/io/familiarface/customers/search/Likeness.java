package io.familiarface.customers.search;

/** Why two customers may be one. */
public enum Likeness {
  SAME_PHONE("The same telephone number."),
  SAME_EMAIL("The same e-mail address."),
  SAME_NAME_AND_ADDRESS("A name and an address that are alike.");

  private final String text;

  Likeness(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
