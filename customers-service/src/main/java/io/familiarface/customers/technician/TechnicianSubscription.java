package io.familiarface.customers.technician;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps the copy of the technicians up to date. */
@ApplicationScoped
class TechnicianSubscription implements FeedSubscription {

  private final TechnicianCopies technicians;
  private final EventData data;

  TechnicianSubscription(TechnicianCopies technicians, EventData data) {
    this.technicians = technicians;
    this.data = data;
  }

  @Override
  public String feed() {
    return "technicians";
  }

  @Override
  public String from() {
    return "jobs";
  }

  @Override
  public Collection<UUID> subjects() {
    return technicians.ids();
  }

  @Override
  public void replace(Collection<UUID> replaced, List<FeedEvent> events) {
    replaced.forEach(technicians::forget);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.deleted()) {
      technicians.forget(UUID.fromString(event.subject()));
    } else if (event.type().equals("io.familiarface.technician")) {
      technicians.apply(data.of(event, TechnicianEvent.class));
    }
  }
}
