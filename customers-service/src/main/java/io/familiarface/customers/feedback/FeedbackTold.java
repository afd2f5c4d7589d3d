package io.familiarface.customers.feedback;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The newest of everything that a batch of events tells. */
final class FeedbackTold {
  private final Map<UUID, FeedbackGiven> given = new HashMap<>();
  private final Map<UUID, ComplaintChanged> complaints = new HashMap<>();
  private final Map<UUID, RiskAssessed> risks = new HashMap<>();
  private final Map<UUID, FlagChanged> flags = new HashMap<>();

  void add(FeedEvent event, EventData data) {
    switch (event.type()) {
      case "io.familiarface.feedback.given" -> add(data.of(event, FeedbackGiven.class));
      case "io.familiarface.complaint.changed" -> add(data.of(event, ComplaintChanged.class));
      case "io.familiarface.risk.assessed" -> add(data.of(event, RiskAssessed.class));
      case "io.familiarface.flag.changed" -> add(data.of(event, FlagChanged.class));
      default -> {
        // A newer feedback-service may tell more than we need to know.
      }
    }
  }

  private void add(FeedbackGiven one) {
    given.merge(one.feedbackId(), one, (a, b) -> a.revision() < b.revision() ? b : a);
  }

  private void add(ComplaintChanged one) {
    complaints.merge(one.complaintId(), one, (a, b) -> a.revision() < b.revision() ? b : a);
  }

  private void add(RiskAssessed one) {
    risks.put(one.customerId(), one);
  }

  private void add(FlagChanged one) {
    flags.merge(one.flagId(), one, (a, b) -> a.revision() < b.revision() ? b : a);
  }

  Collection<FeedbackGiven> given() {
    return given.values();
  }

  Collection<ComplaintChanged> complaints() {
    return complaints.values();
  }

  Collection<RiskAssessed> risks() {
    return risks.values();
  }

  Collection<FlagChanged> flags() {
    return flags.values();
  }
}
