package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MovingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When two customers become one. */
@ApplicationScoped
class MergingConduct {
  private final MovingRecords records;

  MergingConduct(MovingRecords records) {
    this.records = records;
  }

  void move(@Observes CustomersMerging merging) {
    merging.moved("conduct_entry", records.move("conduct_entry", merging));
  }
}
