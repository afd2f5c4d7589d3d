package io.familiarface.feedback.customer;

import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.privacy.ErasedPersons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Forgets a person: the copy, the history, what they said, and what was told of them. */
@ApplicationScoped
class ErasingCustomer {
  private final CustomerCopies copies;
  private final ErasedPersons erasedPersons;
  private final Event<CustomerErased> event;
  private final FeedPublisher feed;
  private final Clock clock;

  ErasingCustomer(
      CustomerCopies copies,
      ErasedPersons erasedPersons,
      Event<CustomerErased> event,
      FeedPublisher feed,
      Clock clock) {
    this.copies = copies;
    this.erasedPersons = erasedPersons;
    this.event = event;
    this.feed = feed;
    this.clock = clock;
  }

  void erase(UUID customer) {
    erasedPersons.add(List.of(customer), clock.instant());
    copies.erase(customer);
    event.fire(new CustomerErased(customer));
    feed.delete("feedback", "io.familiarface.feedback.given", customer);
  }
}
