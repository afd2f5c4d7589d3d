package io.familiarface.jobs.accounting;

import io.familiarface.feed.FeedEvent;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.FeedbackFollower;
import io.familiarface.rest.feed.EventData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Open cases hold invoices; remedies worth money become credits. */
@ApplicationScoped
class CasesFollower implements FeedbackFollower {
  private static final String CHANGED = "io.familiarface.complaint.changed";
  private static final String DELIVERED = "io.familiarface.remedy.delivered";

  private final CustomerCases cases;
  private final BilledCustomers customers;
  private final HoldingInvoices holding;
  private final PlacingRemedies remedies;
  private final EventData data;
  private final CompanyCalendar calendar;

  CasesFollower(
      CustomerCases cases,
      BilledCustomers customers,
      HoldingInvoices holding,
      PlacingRemedies remedies,
      EventData data,
      CompanyCalendar calendar) {
    this.cases = cases;
    this.customers = customers;
    this.holding = holding;
    this.remedies = remedies;
    this.data = data;
    this.calendar = calendar;
  }

  @Override
  public Collection<UUID> customers() {
    return cases.customers();
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.type().equals(CHANGED)) {
      changed(data.of(event, CustomerCase.class), event.time());
    } else if (event.type().equals(DELIVERED)) {
      delivered(data.of(event, RemedyDelivered.class));
    }
  }

  private void changed(CustomerCase told, Instant at) {
    CustomerCase present = told.of(customers.lockSurvivor(told.customerId()));
    if (cases.store(present)) {
      holding.follow(present.customerId(), at);
    }
  }

  private void delivered(RemedyDelivered remedy) {
    if (remedy.isMoney()) {
      remedies.take(remedy.of(customers.lockSurvivor(remedy.customerId())));
    }
  }

  /** Their invoices are held no longer; credits that were given stay given. */
  @Override
  public void forget(UUID customerId) {
    customers.lock(List.of(customerId));
    cases.deleteOf(customerId);
    holding.follow(customerId, calendar.now());
  }
}
