package io.familiarface.customers.person;

import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MovingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** When two customers become one. */
@ApplicationScoped
class MergingPeople {
  private final MovingRecords records;
  private final People people;

  MergingPeople(MovingRecords records, People people) {
    this.records = records;
    this.people = people;
  }

  /**
   * What they were called and how they were reached, where that is not so of the other one, is kept
   * as a person of theirs.
   */
  void move(@Observes CustomersMerging merging) {
    merging.moved("people", records.move("person", merging));
    var differing = differing(merging.from(), merging.into());
    differing.ifPresent(
        details -> {
          Person person = Person.create(merging.into().id(), details, details.phone());
          people.persistAndFlush(person);
          merging.moved("name", List.of(person.id));
        });
  }

  private static Optional<NewPerson> differing(CustomerView from, CustomerView into) {
    boolean isOfTheSameName = from.name().equalsIgnoreCase(into.name());
    boolean isReachedAlike =
        isKnown(from.phone(), into.phone()) && isKnown(from.email(), into.email());
    return isOfTheSameName && isReachedAlike
        ? Optional.empty()
        : Optional.of(
            new NewPerson(
                null,
                from.name(),
                null,
                from.preferredName(),
                from.language(),
                from.phone(),
                from.email()));
  }

  /** Taken over by the other one, or the same. */
  private static boolean isKnown(String of, String into) {
    return of == null || into == null || of.equalsIgnoreCase(into);
  }
}
