package io.familiarface.customers.letter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a template for something that is known only when a letter is made. */
public enum Placeholder {
  COMPANY_NAME("company.name"),
  COMPANY_PHONE("company.phone"),
  COMPANY_NEWSLETTER("company.newsletter"),
  CUSTOMER_NAME("customer.name"),
  /** What they like to be called, or else the name. */
  CUSTOMER_PREFERRED_NAME("customer.preferredName"),
  CUSTOMER_ADDRESS("customer.address"),
  TODAY("today"),
  /** Who made the letter. */
  MADE_BY("madeBy"),
  /** Who agreed that they are let go; of a farewell. */
  APPROVED_BY("approvedBy"),
  /** The certificates they hold, one a line; of a handout. */
  CERTIFICATES("certificates");

  /** A word in braces, single or double; braces around anything else are braces. */
  static final Pattern WRITTEN =
      Pattern.compile(
          "\\{\\{ ?([a-zA-Z][a-zA-Z0-9._-]{0,99}) ?}}|\\{([a-zA-Z][a-zA-Z0-9._-]{0,99})}");

  /** May be left out: a letter is to the customer. */
  private static final String OF_CUSTOMER = "customer.";

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  static Optional<Placeholder> of(Matcher written) {
    String word = word(written);
    return Arrays.stream(values())
        .filter(one -> one.word.equals(word) || one.word.equals(OF_CUSTOMER + word))
        .findAny();
  }

  /** The words in braces that are no placeholder, each once. */
  static Set<String> unknownIn(String body) {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher written = WRITTEN.matcher(body);
    while (written.find()) {
      if (of(written).isEmpty()) {
        unknown.add(word(written));
      }
    }
    return unknown;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(one -> one.word).toList();
  }

  private static String word(Matcher written) {
    return written.group(1) == null ? written.group(2) : written.group(1);
  }
}
