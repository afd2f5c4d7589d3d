package io.familiarface.jobs.customer;

import io.familiarface.feed.FeedEvent;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** Keeps our copy of the customers up to date, and forgets whom we must forget. */
@ApplicationScoped
class FollowingCustomers implements FeedSubscription {
  private static final String TYPE = "io.familiarface.customer";

  private final CustomerCopies copies;
  private final EventData data;
  private final CompanyCalendar calendar;
  private final Event<CustomerForgotten> forgotten;

  FollowingCustomers(
      CustomerCopies copies,
      EventData data,
      CompanyCalendar calendar,
      Event<CustomerForgotten> forgotten) {
    this.copies = copies;
    this.data = data;
    this.calendar = calendar;
    this.forgotten = forgotten;
  }

  @Override
  public String feed() {
    return "customers";
  }

  @Override
  public String from() {
    return "customers";
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.deleted()) {
      UUID id = UUID.fromString(event.subject());
      copies.forget(id);
      forgotten.fire(new CustomerForgotten(id));
    } else if (event.type().equals(TYPE)) {
      copies.keep(data.of(event, KnownCustomer.class), event.data(), event.time(), calendar.now());
    }
  }
}
