package io.familiarface.feedback.flag;

import io.familiarface.feedback.assessment.CustomersAssessed;
import io.familiarface.feedback.flag.FlagReconciliation.Step;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.risk.engine.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the flags on record in step with what history says, and publishes each change. */
@ApplicationScoped
class FlagKeeper {
  private final CustomerFlags flags;
  private final FeedPublisher feed;
  private final Clock clock;

  FlagKeeper(CustomerFlags flags, FeedPublisher feed, Clock clock) {
    this.flags = flags;
    this.feed = feed;
    this.clock = clock;
  }

  /** Takes over what the newest assessments say; the customers are locked by the assessor. */
  void reconcile(@Observes CustomersAssessed assessed) {
    Map<UUID, Assessment> assessments = assessed.assessments();
    Map<UUID, List<CustomerFlag>> recorded = recorded(assessed);
    Instant now = clock.instant();
    List<Step> steps = new ArrayList<>();
    assessments.forEach(
        (customer, assessment) ->
            steps.addAll(
                FlagReconciliation.of(
                    customer, assessment, recorded.getOrDefault(customer, List.of()), now)));
    if (steps.isEmpty() && assessed.madeAnew().isEmpty()) {
      // Nearly always: then there is no session to be opened.
      return;
    }
    List<CustomerFlag> changed = new ArrayList<>();
    // A customer has one open flag at most: one is closed before another is opened.
    steps.stream().filter(step -> !step.opens()).forEach(step -> take(step, changed));
    flags.flush();
    steps.stream().filter(Step::opens).forEach(step -> take(step, changed));
    flags.flush();
    Set<CustomerFlag> told = new LinkedHashSet<>();
    if (!assessed.madeAnew().isEmpty()) {
      told.addAll(flags.of(assessed.madeAnew()));
    }
    told.addAll(changed);
    told.forEach(this::publish);
  }

  private Map<UUID, List<CustomerFlag>> recorded(CustomersAssessed assessed) {
    Set<UUID> maybeFlagged = new HashSet<>(assessed.assessments().keySet());
    maybeFlagged.removeAll(assessed.unflagged());
    return maybeFlagged.isEmpty()
        ? Map.of()
        : flags.lockOf(maybeFlagged).stream()
            .collect(Collectors.groupingBy(flag -> flag.customerId));
  }

  /** Of two open ones one stays; what was found of the other is found of both together, or not. */
  void move(@Observes CustomerMerged merged) {
    boolean isOpen = flags.of(List.of(merged.into())).stream().anyMatch(flag -> flag.state.open());
    List<CustomerFlag> moved = flags.of(List.of(merged.from()));
    for (CustomerFlag flag : moved) {
      if (isOpen && flag.state.open()) {
        flag.withdraw();
      }
      flag.customerId = merged.into();
    }
    flags.flush();
    moved.forEach(this::publish);
  }

  private void take(Step step, List<CustomerFlag> changed) {
    step.take()
        .ifPresent(
            flag -> {
              if (step.raises()) {
                flags.persist(flag);
              }
              changed.add(flag);
            });
  }

  void publish(CustomerFlag flag) {
    feed.publish(
        "feedback",
        "io.familiarface.flag.changed",
        flag.customerId,
        flag.changedAt(),
        FlagChanged.of(flag));
  }
}
