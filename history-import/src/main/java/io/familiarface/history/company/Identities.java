package io.familiarface.history.company;

import io.familiarface.history.value.Contact;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells customers of one name apart. Lines that share a telephone number, an e-mail address or an
 * address are one customer's; two groups of lines are two customers' when they have something of
 * the same kind, and it differs.
 */
final class Identities {
  /** A line with nothing but a name that two customers have belongs to nobody in particular. */
  record Split(List<Person> people, List<SeenVisit> unclear) {}

  /** One customer and all that was seen of them. */
  static final class Person {
    private final Set<String> phones = new HashSet<>();
    private final Set<String> emails = new HashSet<>();
    private final Set<String> homes = new HashSet<>();
    private final List<SeenVisit> visits = new ArrayList<>();

    private Person with(SeenVisit visit) {
      phone(visit).ifPresent(phones::add);
      email(visit).ifPresent(emails::add);
      home(visit).ifPresent(homes::add);
      visits.add(visit);
      return this;
    }

    private void join(Person other) {
      phones.addAll(other.phones);
      emails.addAll(other.emails);
      homes.addAll(other.homes);
      visits.addAll(other.visits);
    }

    private boolean shares(Person other) {
      return meet(phones, other.phones) || meet(emails, other.emails) || meet(homes, other.homes);
    }

    private boolean contradicts(Person other) {
      return (!phones.isEmpty() && !other.phones.isEmpty())
          || (!emails.isEmpty() && !other.emails.isEmpty())
          || (!homes.isEmpty() && !other.homes.isEmpty());
    }

    List<SeenVisit> visits() {
      return visits;
    }

    SeenVisit first() {
      return visits.stream().min(BY_DAY).orElseThrow();
    }

    /** What tells this customer from others of the name, on the first line that has it. */
    private String mark() {
      return visits.stream()
          .sorted(BY_DAY)
          .map(v -> Stream.of(phone(v), email(v), home(v)))
          .flatMap(marks -> marks.flatMap(Optional::stream).limit(1))
          .findFirst()
          .orElse("");
    }
  }

  static final Comparator<SeenVisit> BY_DAY =
      Comparator.comparing(SeenVisit::day)
          .thenComparing(SeenVisit::time, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(v -> String.join(" ", v.technicians()))
          .thenComparing(SeenVisit::outcome)
          .thenComparingLong(SeenVisit::line);

  private Identities() {}

  /** The customers among lines of one name, whoever was visited first in front. */
  static Split split(List<SeenVisit> visits, boolean isOne) {
    List<Person> people = new ArrayList<>();
    List<SeenVisit> nameless = new ArrayList<>();
    for (SeenVisit visit : visits) {
      Person line = new Person().with(visit);
      if (isOne) {
        join(people, line, people);
      } else if (line.phones.isEmpty() && line.emails.isEmpty() && line.homes.isEmpty()) {
        nameless.add(visit);
      } else {
        join(people, line, people.stream().filter(line::shares).toList());
      }
    }
    List<Person> apart = withoutLoose(people);
    if (apart.isEmpty() && !nameless.isEmpty()) {
      apart.add(new Person());
    }
    if (apart.size() == 1) {
      nameless.forEach(apart.get(0)::with);
      nameless = List.of();
    }
    apart.sort(Comparator.comparing((Person p) -> p.first().day()).thenComparing(Person::mark));
    return new Split(apart, nameless);
  }

  private static void join(List<Person> people, Person line, List<Person> with) {
    if (with.isEmpty()) {
      people.add(line);
      return;
    }
    List<Person> others = List.copyOf(with);
    Person first = others.get(0);
    for (Person other : others.subList(1, others.size())) {
      first.join(other);
      people.remove(other);
    }
    first.join(line);
  }

  /** One with a number only and one with an address only may well be the same: two would double. */
  private static List<Person> withoutLoose(List<Person> people) {
    List<Person> apart = new ArrayList<>();
    for (Person person : people) {
      List<Person> possible = apart.stream().filter(p -> !p.contradicts(person)).toList();
      if (possible.size() == 1) {
        possible.get(0).join(person);
      } else {
        apart.add(person);
      }
    }
    return apart;
  }

  /**
   * The keys of customers of one name, in their order: the first one's is made of the name alone,
   * so that a new telephone number is no new customer; another one's of what tells them apart.
   */
  static List<String> keys(List<Person> people) {
    List<String> keys = new ArrayList<>();
    for (Person person : people) {
      String name = Names.folded(person.first().name());
      keys.add(Names.key("c-", keys.isEmpty() ? name : name + " | " + person.mark()));
    }
    return keys;
  }

  private static Optional<String> phone(SeenVisit visit) {
    return Optional.ofNullable(visit.customer().phone()).map(Contact::digits);
  }

  private static Optional<String> email(SeenVisit visit) {
    return Optional.ofNullable(visit.customer().email())
        .map(email -> email.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> home(SeenVisit visit) {
    return Optional.ofNullable(visit.customer().home());
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    return a.stream().filter(Objects::nonNull).anyMatch(b::contains);
  }
}
