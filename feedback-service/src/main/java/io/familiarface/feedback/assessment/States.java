package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalStore;
import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.signal.Signal;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers' states for those who read: the stored one for now, a replay for any past instant. */
@ApplicationScoped
public class States {
  private final Clock clock;
  private final CurrentModel model;
  private final RiskStore risks;
  private final SignalStore signals;

  States(Clock clock, CurrentModel model, RiskStore risks, SignalStore signals) {
    this.clock = clock;
    this.model = model;
    this.risks = risks;
    this.signals = signals;
  }

  /** The state as of now. */
  public KnownState now(UUID customer) {
    Instant now = clock.instant();
    CustomerRisk risk = risks.of(customer).orElse(CustomerRisk.none(customer));
    RiskEngine engine = model.engine();
    Progress progress = Progress.of(engine, risk, News.NONE, now);
    if (progress.needsReplay()) {
      progress.replay(signals.until(now, customer), null);
    }
    Instant last = progress.lastAt();
    return new KnownState(progress.state(), last != null && last.isAfter(now) ? last : now);
  }

  /**
   * The state by what had happened up to an instant.
   *
   * @throws RuntimeException a 400 problem for the future
   */
  public KnownState at(UUID customer, Instant asOf) {
    mustNotBeAhead(asOf);
    return new KnownState(model.engine().replay(signals.until(asOf, customer), asOf), asOf);
  }

  /** As {@link #at}, for many customers; those of whom nothing was known by then are left out. */
  public Map<UUID, KnownState> at(Collection<UUID> customers, Instant asOf) {
    Map<UUID, KnownState> states = new HashMap<>();
    RiskEngine engine = model.engine();
    signals
        .until(asOf, customers)
        .forEach(
            (id, history) -> states.put(id, new KnownState(engine.replay(history, asOf), asOf)));
    return states;
  }

  /** All that has happened to a customer, in order. */
  public List<Signal> history(UUID customer) {
    return signals.until(clock.instant(), customer);
  }

  /** A risk can be asked for any past instant; nobody knows what will have happened tomorrow. */
  public void mustNotBeAhead(Instant asOf) {
    if (asOf.isAfter(clock.instant().plus(Assessing.CLOCKS_DIFFER))) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?asOf", "asOf is an instant in the past; leave it out for now.");
    }
  }
}
