package io.familiarface.feedback.technician;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Follows the feed {@code technicians}: keeps the copies. */
@ApplicationScoped
class TechniciansSubscription implements FeedSubscription {
  private static final String TECHNICIAN = "io.familiarface.technician";

  private final EventData data;
  private final TechnicianCopies copies;

  TechniciansSubscription(EventData data, TechnicianCopies copies) {
    this.data = data;
    this.copies = copies;
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
    return copies.ids();
  }

  @Override
  public void replace(Collection<UUID> technicians, List<FeedEvent> events) {
    technicians.forEach(copies::remove);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    Map<UUID, TechnicianCopy> newest = new HashMap<>();
    for (FeedEvent event : batch) {
      if (event.deleted()) {
        UUID technician = UUID.fromString(event.subject());
        newest.remove(technician);
        copies.remove(technician);
      } else if (TECHNICIAN.equals(event.type())) {
        TechnicianCopy copy = data.of(event, TechnicianCopy.class);
        newest.merge(copy.id(), copy, (one, two) -> one.revision() > two.revision() ? one : two);
      }
    }
    copies.store(newest.values());
  }
}
