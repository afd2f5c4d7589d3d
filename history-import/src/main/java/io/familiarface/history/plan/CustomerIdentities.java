package io.familiarface.history.plan;

import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells customers of one name apart. Lines that share a telephone number, an e-mail address or an
 * address are one customer's; two groups of lines are two customers' when they have something of
 * the same kind, and it differs.
 */
final class CustomerIdentities {
  /**
   * @param unclear with nothing but a name that two customers have: nobody's in particular
   * @param joined people taken for one because nothing contradicts it, though nothing says so
   */
  record Split(List<Person> people, List<ParsedVisit> unclear, List<Joined> joined) {}

  /** The first lines of two who were taken for one. */
  record Joined(ParsedVisit one, ParsedVisit other) {}

  /** One customer and all that was seen of them. */
  static final class Person {
    private final Set<String> phones = new HashSet<>();
    private final Set<String> emails = new HashSet<>();
    private final Set<String> homes = new HashSet<>();
    private final List<ParsedVisit> visits = new ArrayList<>();

    private Person with(ParsedVisit visit) {
      phones(visit).forEach(phones::add);
      emails(visit).forEach(emails::add);
      home(visit).forEach(homes::add);
      visits.add(visit);
      return this;
    }

    private void join(Person other) {
      phones.addAll(other.phones);
      emails.addAll(other.emails);
      homes.addAll(other.homes);
      visits.addAll(other.visits);
    }

    private boolean contradicts(Person other) {
      return (!phones.isEmpty() && !other.phones.isEmpty())
          || (!emails.isEmpty() && !other.emails.isEmpty())
          || (!homes.isEmpty() && !other.homes.isEmpty());
    }

    List<ParsedVisit> visits() {
      return visits;
    }

    ParsedVisit first() {
      return visits.stream().min(BY_DAY).orElseThrow();
    }

    /** What tells this customer from others of the name, on the first line that has it. */
    String mark() {
      return visits.stream().sorted(BY_DAY).flatMap(v -> values(v).limit(1)).findFirst().orElse("");
    }
  }

  static final Comparator<ParsedVisit> BY_DAY =
      Comparator.comparing(ParsedVisit::day)
          .thenComparing(ParsedVisit::time, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(v -> String.join(" ", v.technicians()))
          .thenComparing(ParsedVisit::outcome)
          .thenComparingLong(ParsedVisit::line);

  private static final Comparator<Person> FIRST_VISITED =
      Comparator.comparing((Person person) -> person.first().day()).thenComparing(Person::mark);

  private CustomerIdentities() {}

  /** The customers among lines of one name, whoever was visited first in front. */
  static Split split(List<ParsedVisit> visits, boolean isOne) {
    Set<Person> people = new LinkedHashSet<>();
    Map<String, Person> byMark = new HashMap<>();
    List<ParsedVisit> unmarked = new ArrayList<>();
    ParsedVisit before = null;
    List<String> marks = List.of();
    for (ParsedVisit visit : visits) {
      boolean same = before != null && before.customer().equals(visit.customer());
      marks = isOne ? List.of("one") : same ? marks : marks(visit);
      before = visit;
      if (marks.isEmpty()) {
        unmarked.add(visit);
      } else {
        join(people, byMark, marks, visit);
      }
    }
    List<Joined> joined = new ArrayList<>();
    List<Person> apart = withoutLoose(people.stream().sorted(FIRST_VISITED).toList(), joined);
    if (apart.isEmpty()) {
      apart.add(new Person());
    }
    if (apart.size() == 1) {
      unmarked.forEach(apart.get(0)::with);
      unmarked = List.of();
    }
    apart.sort(FIRST_VISITED);
    return new Split(apart, unmarked, joined);
  }

  /** A line may be the first to show that two who had nothing in common are one. */
  private static void join(
      Set<Person> people, Map<String, Person> byMark, List<String> marks, ParsedVisit visit) {
    List<Person> known =
        marks.stream().map(byMark::get).filter(Objects::nonNull).distinct().toList();
    Person person = known.isEmpty() ? new Person() : known.get(0);
    people.add(person);
    for (Person other : known.subList(Math.min(1, known.size()), known.size())) {
      people.remove(other);
      other.visits().forEach(earlier -> marks(earlier).forEach(m -> byMark.put(m, person)));
      person.join(other);
    }
    person.with(visit);
    marks.forEach(mark -> byMark.put(mark, person));
  }

  /** What the line says of its customer beside the name. */
  static List<String> marks(ParsedVisit visit) {
    return Stream.of(
            phones(visit).map(phone -> "phone " + phone),
            emails(visit).map(email -> "email " + email),
            home(visit).map(home -> "home " + home))
        .flatMap(Function.identity())
        .toList();
  }

  /** One with a number only and one with an address only may well be the same: two would double. */
  private static List<Person> withoutLoose(List<Person> people, List<Joined> joined) {
    List<Person> apart = new ArrayList<>();
    for (Person person : people) {
      List<Person> possible = apart.stream().filter(p -> !p.contradicts(person)).toList();
      if (possible.size() == 1) {
        joined.add(new Joined(possible.get(0).first(), person.first()));
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
   *
   * @param name folded
   */
  static List<String> keys(String name, List<Person> people) {
    List<String> keys = new ArrayList<>();
    for (Person person : people) {
      keys.add(keys.isEmpty() ? Names.key("c-", name) : spareKey(name, person));
    }
    return keys;
  }

  /** The key of a customer whose name is the key of another one already. */
  static String spareKey(String name, Person person) {
    return Names.key("c-", name + " | " + person.mark());
  }

  private static Stream<String> values(ParsedVisit visit) {
    return Stream.of(phones(visit), emails(visit), home(visit)).flatMap(Function.identity());
  }

  private static Stream<String> phones(ParsedVisit visit) {
    return visit.customer().phones().stream().map(Contact::digits);
  }

  private static Stream<String> emails(ParsedVisit visit) {
    return visit.customer().emails().stream().map(email -> email.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> home(ParsedVisit visit) {
    return Stream.ofNullable(visit.customer().home());
  }
}
