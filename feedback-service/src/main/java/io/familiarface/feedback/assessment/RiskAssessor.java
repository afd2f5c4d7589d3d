package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assesses customers whose rows are locked, keeps what came out, and tells the feed. */
@ApplicationScoped
class RiskAssessor {
  /** What another service dates a little ahead of our clock has happened all the same. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Clock clock;
  private final CurrentModel model;
  private final Signals signals;
  private final InheritedFlags inherited;
  private final CustomerRisks risks;
  private final Event<CustomersAssessed> assessed;
  private final Words words;
  private final FeedPublisher feed;

  RiskAssessor(
      Clock clock,
      CurrentModel model,
      Signals signals,
      InheritedFlags inherited,
      CustomerRisks risks,
      Event<CustomersAssessed> assessed,
      Words words,
      FeedPublisher feed) {
    this.clock = clock;
    this.model = model;
    this.signals = signals;
    this.inherited = inherited;
    this.risks = risks;
    this.assessed = assessed;
    this.words = words;
    this.feed = feed;
  }

  /** Assesses the customers with what is new of them; without news, as time has passed. */
  void assess(Map<UUID, CustomerRisk> customers, Map<UUID, SignalDelta> deltas) {
    assess(customers, deltas, false);
  }

  /** The same, and tells what comes out even where it is as it was. */
  void assessAndTell(Map<UUID, CustomerRisk> customers, Map<UUID, SignalDelta> deltas) {
    assess(customers, deltas, true);
  }

  private void assess(
      Map<UUID, CustomerRisk> customers, Map<UUID, SignalDelta> deltas, boolean tellAll) {
    if (customers.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    RiskEngine engine = model.latest();
    Map<UUID, StateUpdate> progress = progress(engine, customers, deltas, now);
    Wording wording = words.now();
    Map<UUID, Assessment> assessments = new HashMap<>();
    List<CustomerRisk> after = new ArrayList<>();
    progress.forEach(
        (id, made) -> {
          Assessment assessment = engine.assess(made.state(), latest(now, made), wording);
          assessments.put(id, assessment);
          after.add(row(engine, id, made, assessment, now));
        });
    risks.save(after);
    Set<UUID> again = tellAll ? customers.keySet() : madeAnew(customers.values());
    after.stream()
        .filter(
            risk ->
                again.contains(risk.customerId())
                    || RiskAssessed.isWorthPublishing(
                        customers.get(risk.customerId()).latest(), risk.latest()))
        .forEach(this::publish);
    assessed.fire(new CustomersAssessed(assessments, again));
  }

  /** What an earlier version of this service told, or forgot to tell, is told right. */
  private static Set<UUID> madeAnew(Collection<CustomerRisk> customers) {
    return customers.stream()
        .filter(CustomerRisk::isOfAnotherFormat)
        .map(CustomerRisk::customerId)
        .collect(Collectors.toSet());
  }

  private Map<UUID, StateUpdate> progress(
      RiskEngine engine,
      Map<UUID, CustomerRisk> customers,
      Map<UUID, SignalDelta> deltas,
      Instant now) {
    Instant until = now.plus(CLOCKS_DIFFER);
    Map<UUID, StateUpdate> progress = new HashMap<>();
    customers.forEach(
        (id, risk) ->
            progress.put(
                id,
                StateUpdate.of(
                    inherited,
                    engine,
                    risk,
                    deltas.getOrDefault(id, SignalDelta.NONE),
                    now,
                    until)));
    Set<UUID> toReplay =
        progress.entrySet().stream()
            .filter(entry -> entry.getValue().needsReplay())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!toReplay.isEmpty()) {
      Map<UUID, List<Signal>> histories = signals.until(until, toReplay);
      Map<UUID, Instant> pending = signals.firstAfter(until, toReplay);
      toReplay.forEach(
          id -> progress.get(id).replay(histories.getOrDefault(id, List.of()), pending.get(id)));
    }
    return progress;
  }

  private static CustomerRisk row(
      RiskEngine engine, UUID id, StateUpdate made, Assessment assessment, Instant now) {
    List<String> codes = assessment.reasons().stream().map(reason -> reason.code().name()).toList();
    String top = assessment.reasons().stream().findFirst().map(Reason::text).orElse(null);
    return new CustomerRisk(
        id,
        made.state().encode(),
        made.lastAt(),
        made.firstAt(),
        made.pendingFrom(),
        engine.model().version(),
        new CustomerRisk.LatestAssessment(
            assessment.asOf(),
            assessment.probability(),
            assessment.band(),
            assessment.flagged(),
            assessment.standing(),
            codes,
            top),
        nextCheck(engine, made, assessment.asOf(), now));
  }

  private static Instant nextCheck(RiskEngine engine, StateUpdate made, Instant asOf, Instant now) {
    return Stream.of(
            now.plus(A_DAY), made.pendingFrom(), engine.nextTick(made.state(), asOf).orElse(null))
        .filter(instant -> instant != null)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** Now, or a little later where the newest signal is dated so. */
  private static Instant latest(Instant now, StateUpdate made) {
    return made.lastAt() != null && made.lastAt().isAfter(now) ? made.lastAt() : now;
  }

  private void publish(CustomerRisk risk) {
    feed.publish(
        "feedback",
        "io.familiarface.risk.assessed",
        risk.customerId(),
        risk.latest().assessedAt(),
        RiskAssessed.of(risk));
  }
}
