package io.familiarface.jobs.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.feed.FeedEvent;
import io.familiarface.jobs.FeedbackFollower;
import io.familiarface.rest.feed.EventData;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what feedback-service last said of each customer's risk, for those who plan. */
@ApplicationScoped
class RiskFollower implements FeedbackFollower {
  private static final String ASSESSED = "io.familiarface.risk.assessed";

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Assessed(
      UUID customerId, Instant asOf, BigDecimal probability, String band, Boolean flagged) {}

  private final RiskCopies copies;
  private final EventData data;

  RiskFollower(RiskCopies copies, EventData data) {
    this.copies = copies;
    this.data = data;
  }

  @Override
  public Collection<UUID> customers() {
    return copies.customers();
  }

  @Override
  public void forget(UUID customerId) {
    copies.delete(customerId);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  /** The last assessment of each customer. */
  @Override
  public void apply(List<FeedEvent> events) {
    Map<UUID, Assessed> last = new LinkedHashMap<>();
    for (FeedEvent event : events) {
      if (event.type().equals(ASSESSED)) {
        Assessed assessed = data.of(event, Assessed.class);
        last.merge(
            assessed.customerId(),
            assessed,
            (before, now) -> now.asOf().isBefore(before.asOf()) ? before : now);
      }
    }
    if (!last.isEmpty()) {
      copies.store(List.copyOf(last.values()));
    }
  }
}
