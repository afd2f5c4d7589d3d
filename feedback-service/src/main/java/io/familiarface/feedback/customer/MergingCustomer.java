package io.familiarface.feedback.customer;

import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.history.HistoriesMerged;
import io.familiarface.feedback.history.MergedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Two customers are one: what was said, flagged and planned of the first is of the other. */
@ApplicationScoped
class MergingCustomer {
  private final CustomerLocks locks;
  private final MergedCustomers merged;
  private final CustomerCopies copies;
  private final Event<CustomerMerged> event;
  private final Event<HistoriesMerged> mergedHistories;
  private final SignalIngestion ingestion;

  MergingCustomer(
      CustomerLocks locks,
      MergedCustomers merged,
      CustomerCopies copies,
      Event<CustomerMerged> event,
      Event<HistoriesMerged> mergedHistories,
      SignalIngestion ingestion) {
    this.locks = locks;
    this.merged = merged;
    this.copies = copies;
    this.event = event;
    this.mergedHistories = mergedHistories;
    this.ingestion = ingestion;
  }

  /** Told again it changes nothing. Of one who was erased there is nothing to be moved. */
  void merge(MergeTold told) {
    if (locks.lock(List.of(told.from(), told.into())).size() < 2) {
      return;
    }
    merged.add(told.from(), told.externalId(), told.into());
    copies.erase(told.from());
    event.fire(new CustomerMerged(told.from(), told.into()));
    ingestion.merge(told.from(), told.into());
    mergedHistories.fire(new HistoriesMerged(told.into()));
  }
}
