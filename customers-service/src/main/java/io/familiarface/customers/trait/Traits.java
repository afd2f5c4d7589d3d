package io.familiarface.customers.trait;

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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is particular about each customer. */
@ApplicationScoped
public class Traits implements PanacheRepositoryBase<Trait, UUID> {
  private static final String PINNED_FIRST = "pinned desc, heard_at desc, id desc";
  private static final String OF_CUSTOMER =
      "select * from trait where customer_id = :customer order by " + PINNED_FIRST;

  private final Database database;

  Traits(Database database) {
    this.database = database;
  }

  /**
   * Adds all traits, pinned ones first, then the newest, to a round trip that binds {@code
   * :customer}.
   */
  public static Rows<TraitView> ofCustomer(RoundTrip trip) {
    return trip.query(OF_CUSTOMER, TraitView.class);
  }

  /** The same of several customers, to a round trip that binds {@code :customers}. */
  public static Rows<TraitView> ofCustomers(RoundTrip trip) {
    return trip.query(
        "select * from trait where customer_id = any(:customers) order by " + PINNED_FIRST,
        TraitView.class);
  }

  /** Adds to a round trip that binds {@code :customer} whether a trait has that external id. */
  static Supplier<Optional<UUID>> withExternalId(RoundTrip trip, String externalId) {
    return externalId == null
        ? Optional::empty
        : trip.bind("externalId", externalId)
                .query(
                    "select id from trait where customer_id = :customer and external_id = :externalId",
                    UUID.class)
            ::first;
  }

  Page<TraitView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list("select * from trait")
            .where("customer_id = :customer", "customer", customerId);
    page.after()
        .ifPresent(
            key ->
                list.where("(pinned, heard_at, id) < (:pinned, :heardAt, :last)")
                    .bind("pinned", key.flag(0))
                    .bind("heardAt", key.instant(1))
                    .bind("last", key.uuid(2)));
    return Page.of(
        list.list(TraitView.class, PINNED_FIRST, page.limit() + 1),
        page,
        trait -> Key.of(trait.pinned(), trait.heardAt(), trait.id()),
        UnaryOperator.identity());
  }

  Trait get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .filter(trait -> trait.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_TRAIT.because(
                    "This customer has no trait "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/traits."));
  }

  Optional<Trait> withExternalId(UUID customerId, String externalId) {
    return find("customerId = ?1 and externalId = ?2", customerId, externalId)
        .firstResultOptional();
  }
}
