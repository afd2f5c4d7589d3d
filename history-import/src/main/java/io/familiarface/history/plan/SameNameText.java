package io.familiarface.history.plan;

import io.familiarface.history.row.ParsedCustomer;
import io.familiarface.history.row.ParsedVisit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says how customers of one name were told apart. */
final class SameNameText {
  private SameNameText() {}

  static String words(String name, List<CustomerIdentities.Person> people) {
    return "%s: %s"
        .formatted(name, String.join("; ", people.stream().map(SameNameText::words).toList()));
  }

  static String words(String name, CustomerIdentities.Joined joined) {
    return "%s, %s; line %d: %s"
        .formatted(
            name,
            String.join(", ", CustomerIdentities.marks(joined.one())),
            joined.other().line(),
            String.join(", ", CustomerIdentities.marks(joined.other())));
  }

  private static String words(CustomerIdentities.Person person) {
    String marks =
        String.join(
            ", ",
            Stream.of(
                    some(person, ParsedCustomer::phone),
                    some(person, ParsedCustomer::email),
                    some(person, ParsedCustomer::home))
                .filter(Objects::nonNull)
                .toList());
    return "%s (%d visits, first in line %d)"
        .formatted(marks, person.visits().size(), person.first().line());
  }

  private static String some(
      CustomerIdentities.Person person, java.util.function.Function<ParsedCustomer, String> what) {
    return person.visits().stream()
        .map(ParsedVisit::customer)
        .map(what)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
