package io.familiarface.customers.site;

import io.familiarface.customers.customer.Address;
import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MovingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** When two customers become one. */
@ApplicationScoped
class MergingSites {
  private final MovingRecords records;
  private final Sites sites;

  MergingSites(MovingRecords records, Sites sites) {
    this.records = records;
    this.sites = sites;
  }

  /** Where they were, if that is somewhere else, is kept as a place of theirs. */
  void move(@Observes CustomersMerging merging) {
    merging.moved("sites", records.move("site", merging));
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
