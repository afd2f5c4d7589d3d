package io.familiarface.customers.person;

import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When two customers become one. */
@ApplicationScoped
class MergingPeople {
  private final Database database;
  private final People people;

  MergingPeople(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /**
   * What they were called and how they were reached, where that is not so of the other one, is kept
   * as a person of theirs. A key that the other one has given as well is given up: it names one of
   * theirs already.
   */
  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "people",
        database
            .sql(
                """
                update person set customer_id = :into, version = version + 1,
                  external_id = case when not exists (
                    select from person as known
                    where known.customer_id = :into and known.external_id = person.external_id)
                  then external_id end
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
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
