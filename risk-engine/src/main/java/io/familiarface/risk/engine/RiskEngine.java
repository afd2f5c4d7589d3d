package io.familiarface.risk.engine;

import io.familiarface.risk.explain.RiskExplainer;
import io.familiarface.risk.finding.FindingRules;
import io.familiarface.risk.flag.FlagRules;
import io.familiarface.risk.model.Hazard;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.model.SurvivalForecast;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.History;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges how likely a customer is to leave. One engine serves one model; it holds no customers and
 * may be shared between threads. Reads work on a copy of the state they are given, so that asking
 * never changes what is known.
 */
public final class RiskEngine {

  public static final int LONGEST_HORIZON_DAYS = 730;

  private final RiskModel model;
  private final RiskEngineSettings settings;
  private final Hazard hazard;
  private final SurvivalForecast outlook;
  private final FindingRules findings;
  private final FlagRules flagRules;
  private final RiskExplainer explanation;

  public RiskEngine(RiskModel model, RiskEngineSettings settings) {
    this.model = model;
    this.settings = settings;
    hazard = new Hazard(model, settings.findings().answerWithinDays());
    outlook = new SurvivalForecast(model, hazard, settings.horizonDays());
    findings = new FindingRules(settings.findings());
    flagRules = new FlagRules(settings.flags(), findings, outlook, model.version());
    explanation = new RiskExplainer(hazard);
  }

  public RiskModel model() {
    return model;
  }

  public RiskEngineSettings settings() {
    return settings;
  }

  /** The hazard per visit that the model sees, for those who learn from histories. */
  public Hazard hazard() {
    return hazard;
  }

  /** A customer of whom nothing is known. */
  public CustomerState start() {
    return new CustomerState();
  }

  /**
   * Whether a signal follows all that the state has taken in; otherwise the history is replayed.
   */
  public boolean isNext(CustomerState state, Signal signal) {
    return state.isBefore(signal);
  }

  /**
   * Takes in the next signal.
   *
   * @throws IllegalArgumentException when it is not the next: replay the customer instead
   */
  public void apply(CustomerState state, Signal signal) {
    if (!isNext(state, signal)) {
      throw new IllegalArgumentException(
          "%s happened before what is known already: replay this customer".formatted(signal.key()));
    }
    take(state, signal);
  }

  /** The state after all signals, whatever order they are in. */
  public CustomerState replay(Collection<? extends Signal> signals) {
    return replaySorted(History.of(signals).sorted());
  }

  /** The state by what had happened up to and including an instant. */
  public CustomerState replay(Collection<? extends Signal> signals, Instant asOf) {
    return replaySorted(History.of(signals).upTo(asOf));
  }

  /**
   * As {@link #replay(Collection, Instant)}, for a customer whom another model judged before this
   * one: its flags stand as it left them, and this model judges from then on.
   */
  public CustomerState replay(
      Collection<? extends Signal> signals, Instant asOf, FlagHistory inherited) {
    var state = start();
    state.inherit(inherited.asInherited());
    return take(state, History.of(signals).upTo(asOf));
  }

  /** The flags of a customer as this model leaves them to the next one at an instant. */
  public FlagHistory handOver(CustomerState state, Instant at) {
    var copy = state.copy();
    var until = EpochMicros.of(at);
    flagRules.advanceTo(copy, until, false);
    return copy.flags().handedOver(until);
  }

  private CustomerState replaySorted(List<Signal> signals) {
    return take(start(), signals);
  }

  private CustomerState take(CustomerState state, List<Signal> signals) {
    signals.forEach(signal -> take(state, signal));
    return state;
  }

  private void take(CustomerState state, Signal signal) {
    var at = EpochMicros.of(signal.at());
    if (at > state.lastAt()) {
      flagRules.advanceTo(state, at, false);
    }
    state.take(signal, hazard.halfLives());
  }

  /** The short answer at an instant no earlier than the last signal. */
  public Score score(CustomerState state, Instant asOf) {
    var then = at(state, asOf);
    var probability = outlook.probability(then, EpochMicros.of(asOf));
    return new Score(
        asOf,
        then.standing(EpochMicros.of(asOf)),
        probability,
        band(probability),
        then.flags().open());
  }

  /** The whole answer, in words. */
  public Assessment assess(CustomerState state, Instant asOf, Wording wording) {
    return assess(state, asOf, outlook, wording);
  }

  /**
   * The whole answer for another horizon than the company's; its band and flags are those of the
   * company's horizon.
   *
   * @param horizonDays 1 to {@value #LONGEST_HORIZON_DAYS}
   */
  public Assessment assess(CustomerState state, Instant asOf, int horizonDays, Wording wording) {
    if (horizonDays < 1 || horizonDays > LONGEST_HORIZON_DAYS) {
      throw new IllegalArgumentException(
          "horizonDays must be between 1 and " + LONGEST_HORIZON_DAYS);
    }
    return assess(state, asOf, new SurvivalForecast(model, hazard, horizonDays), wording);
  }

  private Assessment assess(
      CustomerState state, Instant asOf, SurvivalForecast view, Wording wording) {
    var then = at(state, asOf);
    var now = EpochMicros.of(asOf);
    var probability = view.probability(then, now);
    return new Assessment(
        asOf,
        view.horizonDays(),
        then.standing(now),
        probability,
        band(view == outlook ? probability : outlook.probability(then, now)),
        then.flags().open(),
        then.flags().view(),
        then.continuity(),
        then.continuitySince(EpochMicros.plusDays(now, -settings.windowDays())),
        then.service(),
        explanation.of(then, now, findings.of(then, now), wording),
        model.version());
  }

  /** The latest flags as they stand at an instant, oldest first. */
  public List<Flag> flags(CustomerState state, Instant asOf) {
    return at(state, asOf).flags().view();
  }

  /** The next instant after another at which a flag may change though nothing happens. */
  public Optional<Instant> nextTick(CustomerState state, Instant after) {
    var then = at(state, after);
    var next = flagRules.nextTick(then, EpochMicros.of(after));
    return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(EpochMicros.instant(next));
  }

  private CustomerState at(CustomerState state, Instant asOf) {
    var until = EpochMicros.of(asOf);
    if (until < state.lastAt()) {
      throw new IllegalArgumentException(
          "the state knows of things after " + asOf + ": replay the customer up to then");
    }
    var copy = state.copy();
    flagRules.advanceTo(copy, until, true);
    return copy;
  }

  private Band band(double probability) {
    if (probability >= settings.highFrom()) {
      return Band.HIGH;
    }
    return probability >= settings.elevatedFrom() ? Band.ELEVATED : Band.LOW;
  }
}
