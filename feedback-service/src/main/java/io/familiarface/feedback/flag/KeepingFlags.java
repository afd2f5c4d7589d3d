package io.familiarface.feedback.flag;

import io.familiarface.feedback.assessment.Assessed;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.risk.engine.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the flags on record in step with what history says, and tells the feed of each change. */
@ApplicationScoped
class KeepingFlags {
  private final FlagStore flags;
  private final FeedPublisher feed;
  private final Clock clock;

  KeepingFlags(FlagStore flags, FeedPublisher feed, Clock clock) {
    this.flags = flags;
    this.feed = feed;
    this.clock = clock;
  }

  /** Takes over what the newest assessments say; the customers are locked by the assessor. */
  void keep(@Observes Assessed assessed) {
    Map<UUID, Assessment> assessments = assessed.assessments();
    Map<UUID, List<StoredFlag>> stored = flags.lockOf(assessments.keySet());
    Instant now = clock.instant();
    List<StoredFlag> changed = new ArrayList<>();
    assessments.forEach(
        (customer, assessment) ->
            changed.addAll(
                Reconciling.of(
                    customer, assessment, stored.getOrDefault(customer, List.of()), now)));
    if (!changed.isEmpty()) {
      flags.save(changed.stream().filter(flag -> !flag.state().open()).toList());
      flags.save(changed.stream().filter(flag -> flag.state().open()).toList());
      changed.forEach(this::tell);
    }
  }

  void forget(@Observes CustomerErased erased) {
    flags.erase(erased.customerId());
  }

  void tell(StoredFlag flag) {
    Instant at =
        flag.endedAt() != null
            ? flag.endedAt()
            : flag.clearedAt() != null ? flag.clearedAt() : lastAnswer(flag);
    feed.publish(
        "feedback", "io.familiarface.flag.changed", flag.customerId(), at, FlagChanged.of(flag));
  }

  private static Instant lastAnswer(StoredFlag flag) {
    if (flag.acted() != null) {
      return flag.acted().at();
    }
    return flag.acknowledged() != null ? flag.acknowledged().at() : flag.raisedAt();
  }
}
