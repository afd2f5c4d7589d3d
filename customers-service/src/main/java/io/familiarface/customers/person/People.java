package io.familiarface.customers.person;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The people of each customer. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
  /** They are told whole with every change of the customer, so there is an end to them. */
  static final int AT_MOST = 200;

  private final Database database;

  People(Database database) {
    this.database = database;
  }

  /** Adds the people of customers to a round trip that binds {@code :customers}. */
  public static Rows<PersonView> ofCustomers(RoundTrip trip) {
    return trip.query(
        "select * from person where customer_id = any(:customers) order by id", PersonView.class);
  }

  Page<PersonView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list("select * from person")
            .where("customer_id = :customer", "customer", customerId);
    page.after().ifPresent(key -> list.where("id > :last", "last", key.uuid(0)));
    return Page.of(
        list.list(PersonView.class, "id", page.limit() + 1),
        page,
        person -> Key.of(person.id()),
        UnaryOperator.identity());
  }

  Person get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .filter(person -> person.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_PERSON.because(
                    "This customer has no person "
                        + ref
                        + ". Look for them with GET /v1/customers/"
                        + customerId
                        + "/people."));
  }

  Optional<Person> withExternalId(UUID customerId, String externalId) {
    return find("customerId = ?1 and externalId = ?2", customerId, externalId)
        .firstResultOptional();
  }
}
