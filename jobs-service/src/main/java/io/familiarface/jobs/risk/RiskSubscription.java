package io.familiarface.jobs.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps what feedback-service last said of each customer's risk, for those who plan. */
@ApplicationScoped
class RiskSubscription implements FeedSubscription {
  private static final String ASSESSED = "io.familiarface.risk.assessed";

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Assessed(
      UUID customerId, Instant asOf, BigDecimal probability, String band, Boolean flagged) {}

  private final RiskCopies copies;
  private final EventData data;

  RiskSubscription(RiskCopies copies, EventData data) {
    this.copies = copies;
    this.data = data;
  }

  @Override
  public String feed() {
    return "feedback";
  }

  @Override
  public Collection<UUID> subjects() {
    return copies.customers();
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    customers.forEach(copies::delete);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.deleted()) {
      copies.delete(UUID.fromString(event.subject()));
    } else if (event.type().equals(ASSESSED)) {
      copies.store(data.of(event, Assessed.class));
    }
  }
}
