package io.familiarface.feedback.report;

import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.CustomerStates;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.Score;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.FlagHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Somebody looks at how a customer's risk came about. */
@ApplicationScoped
public class ReadingRiskHistory {
  private final CustomerStates states;
  private final CurrentModel model;
  private final Words words;

  ReadingRiskHistory(CustomerStates states, CurrentModel model, Words words) {
    this.states = states;
    this.model = model;
    this.words = words;
  }

  private record Moment(Signal signal, Score score) {}

  /** One page, oldest first: the history is replayed, and scored where it is shown. */
  Page<RiskPoint> points(UUID customer, PageRequest page) {
    Optional<Key> after = page.after();
    List<Moment> moments =
        moments(
            customer,
            states.history(customer),
            signal -> after.isEmpty() || comesAfter(signal, after.get()),
            page.limit() + 1);
    Wording wording = words.now();
    return Page.of(moments, page, ReadingRiskHistory::key, moment -> point(moment, wording));
  }

  /** The newest so many points, oldest first. */
  public List<RiskPoint> newest(UUID customer, int atMost) {
    List<Signal> history = states.history(customer);
    Set<Signal> shown =
        new HashSet<>(history.subList(Math.max(0, history.size() - atMost), history.size()));
    Wording wording = words.now();
    return moments(customer, history, shown::contains, atMost).stream()
        .map(moment -> point(moment, wording))
        .toList();
  }

  private List<Moment> moments(
      UUID customer, List<Signal> history, Predicate<Signal> shown, int atMost) {
    RiskEngine engine = model.engine();
    CustomerState state = engine.start();
    FlagHistory inherited = states.inherited(customer).orElse(null);
    List<Moment> moments = new ArrayList<>();
    for (Signal signal : history) {
      if (inherited != null && EpochMicros.of(signal.at()) >= inherited.judgedSince()) {
        state.inherit(inherited);
        inherited = null;
      }
      engine.apply(state, signal);
      if (shown.test(signal)) {
        moments.add(new Moment(signal, engine.score(state, signal.at())));
      }
      if (moments.size() == atMost) {
        break;
      }
    }
    return moments;
  }

  private static Key key(Moment moment) {
    return Key.of(
        moment.signal().at(), moment.signal().kind().ordinal(), moment.signal().key().value());
  }

  private static boolean comesAfter(Signal signal, Key key) {
    Instant at = key.instant(0);
    if (!signal.at().equals(at)) {
      return signal.at().isAfter(at);
    }
    int kind = Long.compare(signal.kind().ordinal(), key.whole(1));
    return kind != 0 ? kind > 0 : signal.key().value().compareTo(key.text(2)) > 0;
  }

  private static RiskPoint point(Moment moment, Wording wording) {
    Signal signal = moment.signal();
    Score score = moment.score();
    return new RiskPoint(
        signal.at(),
        Rounding.probability(score.probability()),
        score.band(),
        score.flagged(),
        new RiskPoint.Cause(
            signal.kind(), SignalPhrases.of(signal, wording), SignalPhrases.evidence(signal)));
  }
}
