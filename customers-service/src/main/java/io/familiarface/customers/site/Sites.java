package io.familiarface.customers.site;

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

/** The places of each customer. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<Site, UUID> {
  /** They are told whole with every change of the customer, so there is an end to them. */
  static final int AT_MOST = 200;

  private final Database database;

  Sites(Database database) {
    this.database = database;
  }

  /** Adds the sites of customers to a round trip that binds {@code :customers}. */
  public static Rows<SiteView> ofCustomers(RoundTrip trip) {
    return trip.query(
        "select * from site where customer_id = any(:customers) order by id", SiteView.class);
  }

  Page<SiteView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list("select * from site")
            .where("customer_id = :customer", "customer", customerId);
    page.after().ifPresent(key -> list.where("id > :last", "last", key.uuid(0)));
    return Page.of(
        list.list(SiteView.class, "id", page.limit() + 1),
        page,
        site -> Key.of(site.id()),
        UnaryOperator.identity());
  }

  Site get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .filter(site -> site.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_SITE.because(
                    "This customer has no site "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/sites."));
  }

  Optional<Site> withExternalId(UUID customerId, String externalId) {
    return find("customerId = ?1 and externalId = ?2", customerId, externalId)
        .firstResultOptional();
  }
}
