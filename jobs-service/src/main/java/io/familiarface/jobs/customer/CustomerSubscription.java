package io.familiarface.jobs.customer;

import io.familiarface.feed.FeedEvent;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps our copy of the customers up to date, and lets go of whom was erased. */
@ApplicationScoped
class CustomerSubscription implements FeedSubscription {
  private static final String TYPE = "io.familiarface.customer";
  private static final String MERGED = "io.familiarface.customer.merged";

  private final CustomerCopies copies;
  private final EventData data;
  private final CompanyCalendar calendar;
  private final ErasingCustomer erasing;
  private final Event<CustomerMerged> merged;
  private final Event<DiscountsTold> discounts;

  CustomerSubscription(
      CustomerCopies copies,
      EventData data,
      CompanyCalendar calendar,
      ErasingCustomer erasing,
      Event<CustomerMerged> merged,
      Event<DiscountsTold> discounts) {
    this.copies = copies;
    this.data = data;
    this.calendar = calendar;
    this.erasing = erasing;
    this.merged = merged;
    this.discounts = discounts;
  }

  @Override
  public String feed() {
    return "customers";
  }

  @Override
  public Collection<UUID> subjects() {
    return copies.ids();
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    customers.forEach(copies::delete);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  /** States are stored many at once: an import tells of hundreds. */
  @Override
  public void apply(List<FeedEvent> events) {
    List<CustomerCopies.Told> told = new ArrayList<>();
    for (FeedEvent event : events) {
      if (!event.deleted() && event.type().equals(TYPE)) {
        told.add(
            new CustomerCopies.Told(
                data.of(event, CustomerState.class), event.data(), event.time()));
      } else {
        store(told);
        told.clear();
        end(event);
      }
    }
    store(told);
  }

  private void store(List<CustomerCopies.Told> told) {
    copies.store(told, calendar.now());
    told.stream()
        .map(CustomerCopies.Told::customer)
        .filter(customer -> !customer.discounts().isEmpty())
        .forEach(
            customer -> discounts.fire(new DiscountsTold(customer.id(), customer.discounts())));
  }

  private void end(FeedEvent event) {
    if (event.deleted()) {
      erasing.erase(UUID.fromString(event.subject()));
    } else if (event.type().equals(MERGED)) {
      MergeTold told = data.of(event, MergeTold.class);
      copies.merge(told, calendar.now());
      merged.fire(new CustomerMerged(told.from(), told.into()));
    }
  }
}
