package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.model.RiskModels;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The flags that other models left on a customer: the one in use clears them, like its own. */
@ApplicationScoped
class InheritedFlags {
  private final CurrentModel models;
  private final RiskModels uses;
  private final FlagsOnRecord record;
  private final Signals signals;

  InheritedFlags(CurrentModel models, RiskModels uses, FlagsOnRecord record, Signals signals) {
    this.models = models;
    this.uses = uses;
    this.record = record;
    this.signals = signals;
  }

  /**
   * As the engine in use takes them over.
   *
   * @param stored the state of the row; null when it cannot be read
   * @param now when a model that was not used for the customer before takes over
   * @return null when no other model has judged the customer
   */
  FlagHistory of(RiskEngine engine, CustomerRisk risk, CustomerState stored, Instant now) {
    if (risk.state() == null) {
      return null;
    }
    if (stored == null) {
      return fromRecord(engine, risk, now);
    }
    return engine.model().version().equals(risk.modelVersion())
        ? asBefore(stored)
        : handedOver(risk, stored, now);
  }

  /** What was handed over before now; null when nothing was. */
  FlagHistory before(RiskEngine engine, CustomerRisk risk, Instant now) {
    CustomerState stored = StateUpdate.decoded(engine, risk);
    return stored == null ? fromRecord(engine, risk, now) : asBefore(stored);
  }

  private static FlagHistory asBefore(CustomerState stored) {
    FlagHistory flags = stored.flags();
    return flags.judgedSince() == 0 ? null : flags.asInherited();
  }

  private FlagHistory handedOver(CustomerRisk risk, CustomerState stored, Instant now) {
    Instant at = after(stored.lastSignalAt(), now);
    return models
        .former(risk.modelVersion())
        .map(former -> former.handOver(stored, at))
        .orElseGet(() -> stored.flags().handedOver(EpochMicros.of(at)));
  }

  private FlagHistory fromRecord(RiskEngine engine, CustomerRisk risk, Instant now) {
    String inUse = engine.model().version();
    List<Flag> others =
        record.told(risk.customerId()).stream()
            .filter(flag -> !flag.modelVersion().equals(inUse))
            .toList();
    if (others.isEmpty()) {
      return null;
    }
    Instant since =
        inUse.equals(risk.modelVersion())
            ? uses.use().map(RiskModels.Use::since).orElse(now)
            : after(Optional.ofNullable(risk.lastAt()), now);
    Instant last = others.get(others.size() - 1).raisedAt();
    return FlagHistory.of(
        others,
        after(Optional.of(last), since),
        raised -> signals.completedVisits(risk.customerId(), raised));
  }

  private static Instant after(Optional<Instant> last, Instant at) {
    return last.filter(one -> !one.isBefore(at))
        .map(one -> one.plus(1, ChronoUnit.MICROS))
        .orElse(at);
  }
}
