package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MovingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When two customers become one. */
@ApplicationScoped
class MergingInteractions {
  private final MovingRecords records;

  MergingInteractions(MovingRecords records) {
    this.records = records;
  }

  void move(@Observes CustomersMerging merging) {
    merging.moved("interactions", records.move("interaction", merging));
  }
}
