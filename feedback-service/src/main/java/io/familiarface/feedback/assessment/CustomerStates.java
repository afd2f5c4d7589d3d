package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.FlagHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Customers' states for those who read: the stored one for now, a replay for any past instant. */
@ApplicationScoped
public class CustomerStates {
  private final Clock clock;
  private final CurrentModel model;
  private final CustomerRisks risks;
  private final Signals signals;
  private final InheritedFlags inherited;

  CustomerStates(
      Clock clock,
      CurrentModel model,
      CustomerRisks risks,
      Signals signals,
      InheritedFlags inherited) {
    this.inherited = inherited;
    this.clock = clock;
    this.model = model;
    this.risks = risks;
    this.signals = signals;
  }

  /** The state as of now. */
  public StateAsOf now(UUID customer) {
    Instant now = clock.instant();
    CustomerRisk risk = risks.of(customer).orElse(CustomerRisk.none(customer));
    RiskEngine engine = model.engine();
    StateUpdate progress = StateUpdate.of(inherited, engine, risk, SignalDelta.NONE, now, now);
    if (progress.needsReplay()) {
      progress.replay(signals.until(now, customer), null);
    }
    Instant last = progress.lastAt();
    return new StateAsOf(progress.state(), last != null && last.isAfter(now) ? last : now);
  }

  /**
   * The state by what had happened up to an instant.
   *
   * @throws RuntimeException a 400 problem for the future
   */
  public StateAsOf at(UUID customer, Instant asOf) {
    requirePast(asOf, "?asOf");
    RiskEngine engine = model.engine();
    List<Signal> history = signals.until(asOf, customer);
    FlagHistory inherited = inherited(engine, risks.of(List.of(customer))).get(customer);
    return new StateAsOf(replay(engine, history, asOf, inherited), asOf);
  }

  /** As {@link #at}, for many customers; those of whom nothing was known by then are left out. */
  public Map<UUID, StateAsOf> at(Collection<UUID> customers, Instant asOf) {
    Map<UUID, StateAsOf> states = new HashMap<>();
    RiskEngine engine = model.engine();
    Map<UUID, FlagHistory> inherited = inherited(engine, risks.of(customers));
    signals
        .until(asOf, customers)
        .forEach(
            (id, history) ->
                states.put(
                    id, new StateAsOf(replay(engine, history, asOf, inherited.get(id)), asOf)));
    return states;
  }

  /**
   * The flags that a former model left on the customer, if it did: they stand beside what is
   * replayed.
   */
  public Optional<FlagHistory> inherited(UUID customer) {
    return Optional.ofNullable(
        inherited(model.engine(), risks.of(List.of(customer))).get(customer));
  }

  private Map<UUID, FlagHistory> inherited(RiskEngine engine, List<CustomerRisk> rows) {
    Map<UUID, FlagHistory> inherited = new HashMap<>();
    for (CustomerRisk row : rows) {
      FlagHistory book = this.inherited.before(engine, row, clock.instant());
      if (book != null) {
        inherited.put(row.customerId(), book);
      }
    }
    return inherited;
  }

  /** Of the time before the present model was used for the customer, what it would have said. */
  private static CustomerState replay(
      RiskEngine engine, List<Signal> history, Instant asOf, FlagHistory inherited) {
    return inherited == null || EpochMicros.of(asOf) < inherited.judgedSince()
        ? engine.replay(history, asOf)
        : engine.replay(history, asOf, inherited);
  }

  /**
   * The agreements that a state does not hold yet, as they begin later: signed today, they begin
   * with a first visit.
   */
  public List<AgreementStarted> coming(UUID customer, StateAsOf known) {
    return signals.startsAfter(known.asOf(), customer);
  }

  /** All that has happened to a customer, in order. */
  public List<Signal> history(UUID customer) {
    return signals.until(clock.instant(), customer);
  }

  /** Whether a customer has an agreement, be it one that begins in the future. */
  public boolean knowsAgreement(StateAsOf known, UUID customer, UUID agreement) {
    return known.state().agreements().stream().anyMatch(track -> track.id().equals(agreement))
        || signals
            .keysFrom(SignalSource.JOBS, List.of(customer))
            .getOrDefault(customer, List.of())
            .contains(AgreementStarted.keyOf(agreement));
  }

  /** A risk can be asked for any past instant; nobody knows what will have happened tomorrow. */
  public void requirePast(Instant asOf, String pointer) {
    if (Instants.isFuture(asOf, clock.instant())) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer, "asOf is an instant in the past; leave it out for now.");
    }
  }
}
