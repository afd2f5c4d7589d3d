package io.familiarface.customers.technician;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    technicians.forget(replaced);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> events) {
    Map<UUID, TechnicianEvent> told = new HashMap<>();
    for (FeedEvent event : events) {
      if (event.deleted()) {
        UUID id = UUID.fromString(event.subject());
        told.remove(id);
        technicians.forget(List.of(id));
      } else if (event.type().equals("io.familiarface.technician")) {
        var technician = data.of(event, TechnicianEvent.class);
        told.merge(technician.id(), technician, (a, b) -> a.revision() < b.revision() ? b : a);
      }
    }
    technicians.write(told.values());
  }
}
