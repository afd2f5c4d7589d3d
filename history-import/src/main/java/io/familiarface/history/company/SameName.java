package io.familiarface.history.company;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says how customers of one name were told apart. */
final class SameName {
  private SameName() {}

  static String words(String name, List<Identities.Person> people) {
    return "%s: %s"
        .formatted(name, String.join("; ", people.stream().map(SameName::words).toList()));
  }

  static String words(String name, Identities.Joined joined) {
    return "%s, %s; line %d: %s"
        .formatted(
            name,
            String.join(", ", Identities.marks(joined.one())),
            joined.other().line(),
            String.join(", ", Identities.marks(joined.other())));
  }

  private static String words(Identities.Person person) {
    String marks =
        String.join(
            ", ",
            Stream.of(
                    some(person, SeenCustomer::phone),
                    some(person, SeenCustomer::email),
                    some(person, SeenCustomer::home))
                .filter(Objects::nonNull)
                .toList());
    return "%s (%d visits, first in line %d)"
        .formatted(marks, person.visits().size(), person.first().line());
  }

  private static String some(
      Identities.Person person, java.util.function.Function<SeenCustomer, String> what) {
    return person.visits().stream()
        .map(SeenVisit::customer)
        .map(what)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
