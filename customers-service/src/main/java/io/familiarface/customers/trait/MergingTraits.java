package io.familiarface.customers.trait;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MovingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When two customers become one. */
@ApplicationScoped
class MergingTraits {
  private final MovingRecords records;

  MergingTraits(MovingRecords records) {
    this.records = records;
  }

  void move(@Observes CustomersMerging merging) {
    merging.moved("traits", records.move("trait", merging));
  }
}
