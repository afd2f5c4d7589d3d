package io.familiarface.customers.search;

import java.util.Arrays;
import java.util.Optional;

/** Where something was found, best first. */
public enum SearchField {
  NAME('N', "name"),
  PREFERRED_NAME('P', "preferredName"),
  PERSON('O', "people"),
  PHONE('T', "phone"),
  ADDRESS('A', "address"),
  SITE('S', "sites"),
  EMAIL('E', "email");

  /** A capital, which no text that is searched contains. */
  final char mark;

  private final String shown;

  SearchField(char mark, String shown) {
    this.mark = mark;
    this.shown = shown;
  }

  /** The name of the field of a customer. */
  public String shown() {
    return shown;
  }

  static Optional<SearchField> marked(char mark) {
    return Arrays.stream(values()).filter(field -> field.mark == mark).findAny();
  }
}
