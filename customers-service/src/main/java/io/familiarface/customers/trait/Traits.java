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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  /** All traits of a customer, pinned ones first, then the newest. */
  public List<TraitView> ofCustomer(UUID customerId) {
    return database.sql(OF_CUSTOMER).bind("customer", customerId).list(TraitView.class);
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
