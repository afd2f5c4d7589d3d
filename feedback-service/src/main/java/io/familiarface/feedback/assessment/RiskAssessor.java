package io.familiarface.feedback.assessment;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assesses customers whose rows are locked, keeps what came out, and tells the feed. */
@ApplicationScoped
class RiskAssessor {
  /** What another service dates a little ahead of our clock has happened all the same. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Database database;
  private final Clock clock;
  private final CurrentModel model;
  private final Signals signals;
  private final InheritedFlags inherited;
  private final CustomerRisks risks;
  private final Event<CustomersAssessed> assessed;
  private final Words words;
  private final FeedPublisher feed;

  RiskAssessor(
      Database database,
      Clock clock,
      CurrentModel model,
      Signals signals,
      InheritedFlags inherited,
      CustomerRisks risks,
      Event<CustomersAssessed> assessed,
      Words words,
      FeedPublisher feed) {
    this.database = database;
    this.clock = clock;
    this.model = model;
    this.signals = signals;
    this.inherited = inherited;
    this.risks = risks;
    this.assessed = assessed;
    this.words = words;
    this.feed = feed;
  }

  /** Assesses customers again by the model in use, as time has passed. */
  void assess(Map<UUID, CustomerRisk> customers) {
    model.latest();
    assess(LockedRisks.of(customers), Map.of(), database.roundTrip(), RoundTrip::send, false);
  }

  /**
   * Assesses the customers with what is new of them.
   *
   * @param writes what is written besides, at the latest with what comes out
   * @param sending sees to it that what comes out is sent
   */
  void assess(
      LockedRisks stored,
      Map<UUID, SignalDelta> deltas,
      RoundTrip writes,
      Consumer<RoundTrip> sending) {
    assess(stored, deltas, writes, sending, false);
  }

  /** The same, and tells what comes out even where it is as it was. */
  void assessAndTell(LockedRisks stored, Map<UUID, SignalDelta> deltas, RoundTrip writes) {
    assess(stored, deltas, writes, RoundTrip::send, true);
  }

  private void assess(
      LockedRisks stored,
      Map<UUID, SignalDelta> deltas,
      RoundTrip writes,
      Consumer<RoundTrip> sending,
      boolean tellAll) {
    Map<UUID, CustomerRisk> customers = stored.rows();
    if (customers.isEmpty()) {
      sending.accept(writes);
      return;
    }
    Instant now = clock.instant();
    RiskEngine engine = model.engine();
    Map<UUID, StateUpdate> progress = progress(engine, customers, deltas, now);
    RoundTrip results = replayed(progress, now, writes) ? database.roundTrip() : writes;
    Wording wording = words.now();
    Map<UUID, Assessment> assessments = new HashMap<>();
    List<CustomerRisk> after = new ArrayList<>();
    progress.forEach(
        (id, made) -> {
          Assessment assessment = engine.assess(made.state(), latest(now, made), wording);
          assessments.put(id, assessment);
          after.add(row(engine, id, made, assessment, now));
        });
    risks.save(after, results);
    sending.accept(results);
    Set<UUID> again = tellAll ? customers.keySet() : madeAnew(customers.values());
    after.stream()
        .filter(
            risk ->
                again.contains(risk.customerId())
                    || RiskAssessed.isWorthPublishing(
                        customers.get(risk.customerId()).latest(), risk.latest()))
        .forEach(this::publish);
    assessed.fire(new CustomersAssessed(assessments, again, stored.unflagged()));
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
                    until(now))));
    return progress;
  }

  /** Starts anew with those who need it; false if nobody did. Their signals are written before. */
  private boolean replayed(Map<UUID, StateUpdate> progress, Instant now, RoundTrip writes) {
    Set<UUID> toReplay =
        progress.entrySet().stream()
            .filter(entry -> entry.getValue().needsReplay())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (toReplay.isEmpty()) {
      return false;
    }
    Supplier<Map<UUID, List<Signal>>> histories = signals.until(until(now), toReplay, writes);
    Supplier<Map<UUID, Instant>> pending = signals.firstAfter(until(now), toReplay, writes);
    writes.send();
    Map<UUID, List<Signal>> history = histories.get();
    Map<UUID, Instant> firstPending = pending.get();
    toReplay.forEach(
        id -> progress.get(id).replay(history.getOrDefault(id, List.of()), firstPending.get(id)));
    return true;
  }

  private static Instant until(Instant now) {
    return now.plus(CLOCKS_DIFFER);
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
