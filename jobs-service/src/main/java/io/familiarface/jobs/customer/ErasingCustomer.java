package io.familiarface.jobs.customer;

import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.privacy.ErasedPersons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Forgets a person; visits and money stay, without a name. */
@ApplicationScoped
class ErasingCustomer {
  private final CustomerCopies copies;
  private final ErasedPersons erasedPersons;
  private final Event<CustomerErased> erased;
  private final JobsFeeds feeds;
  private final Clock clock;

  ErasingCustomer(
      CustomerCopies copies,
      ErasedPersons erasedPersons,
      Event<CustomerErased> erased,
      JobsFeeds feeds,
      Clock clock) {
    this.copies = copies;
    this.erasedPersons = erasedPersons;
    this.erased = erased;
    this.feeds = feeds;
    this.clock = clock;
  }

  void erase(UUID customer) {
    copies.delete(customer);
    erasedPersons.add(List.of(customer), clock.instant());
    erased.fire(new CustomerErased(customer));
    feeds.forget(customer);
  }
}
