package io.familiarface.feedback.customer;

import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.Erasures;
import io.familiarface.rest.feed.FeedPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.UUID;

/** Forgets a person: the copy, the history, what she said, and what was told of her. */
@ApplicationScoped
class ErasingCustomer {
  private final CustomerCopies copies;
  private final Erasures erasures;
  private final Event<CustomerErased> erased;
  private final FeedPublisher feed;
  private final Clock clock;

  ErasingCustomer(
      CustomerCopies copies,
      Erasures erasures,
      Event<CustomerErased> erased,
      FeedPublisher feed,
      Clock clock) {
    this.copies = copies;
    this.erasures = erasures;
    this.erased = erased;
    this.feed = feed;
    this.clock = clock;
  }

  void erase(UUID customer) {
    erasures.add(customer, clock.instant());
    copies.erase(customer);
    erased.fire(new CustomerErased(customer));
    feed.delete("feedback", "io.familiarface.feedback.given", customer);
  }
}
