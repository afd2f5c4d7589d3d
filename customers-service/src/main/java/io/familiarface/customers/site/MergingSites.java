package io.familiarface.customers.site;

import io.familiarface.customers.customer.Address;
import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** When two customers become one. */
@ApplicationScoped
class MergingSites {
  private final Database database;
  private final Sites sites;

  MergingSites(Database database, Sites sites) {
    this.database = database;
    this.sites = sites;
  }

  /**
   * Where they were, if that is somewhere else, is kept as a place of theirs. A key that the other
   * one has given as well is given up: it names one of theirs already.
   */
  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "sites",
        database
            .sql(
                """
                update site set customer_id = :into, version = version + 1,
                  external_id = case when not exists (
                    select from site as known
                    where known.customer_id = :into and known.external_id = site.external_id)
                  then external_id end
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
    Address address = merging.from().address();
    Address known = merging.into().address();
    if (address != null && known != null && !address.equals(known)) {
      var details = new NewSite(null, merging.from().name(), address, null, null);
      Site site = Site.create(merging.into().id(), details, null);
      sites.persistAndFlush(site);
      merging.moved("address", List.of(site.id));
    }
  }
}
