package io.familiarface.risk.backtest;

import io.familiarface.risk.backtest.OriginPredictions.OriginPrediction;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.Contradiction;
import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.Hyperparameters;
import io.familiarface.risk.learning.Learner;
import io.familiarface.risk.learning.PointInTimePredictions;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.learning.ThresholdMatching;
import io.familiarface.risk.learning.Training;
import io.familiarface.risk.metrics.BootstrapSamples;
import io.familiarface.risk.metrics.PredictionQuality;
import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.HalfLives;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rolls an origin through a company's past: at each, a model is learned from what was known then
 * (the prior serves until there is enough), says its probabilities, and is judged by what came.
 * Nothing later than the origin is handed to what learns or predicts.
 */
public final class BackTest {

  public static final int MOST_ORIGINS = 60;

  private static final int RECENT_DAYS = 180;

  private final RiskModel prior;
  private final RiskEngineSettings settings;
  private final Learner learner;

  public BackTest(RiskModel prior, RiskEngineSettings settings) {
    this.prior = prior;
    this.settings = settings;
    learner = new Learner(prior, settings);
  }

  /** The same of a company that called nobody. */
  public BackTestReport run(
      List<CustomerHistory> histories,
      Instant from,
      Instant to,
      int origins,
      ProgressListener progress) {
    return run(histories, Calls.NONE, from, to, origins, progress);
  }

  /**
   * @param histories of all customers, with signals in order
   * @param calls that the company made, whose customers are told apart
   * @param from the first origin
   * @param to the end of the time that is looked at; the last origin lies a horizon before it
   * @throws BackTestRefused when the history does not hold what is asked for
   */
  public BackTestReport run(
      List<CustomerHistory> histories,
      Calls calls,
      Instant from,
      Instant to,
      int origins,
      ProgressListener progress) {
    var instants = new RollingOrigins(settings.horizonDays()).between(histories, from, to, origins);
    var rolled = roll(histories, instants, to, progress.between(0, 0.8));
    progress.at(0.8, "replaying flags");
    var usable = soundBy(from, histories);
    var replay =
        new FlagReplay(rolled.first.model(), rethresholded(rolled.first.model(), usable, from))
            .replay(usable, numbers(histories), calls, from, to, instants);
    progress.at(0.9, "drawing intervals");
    var report =
        new BackTestReporter(settings.horizonDays())
            .report(
                from,
                to,
                rolled.judgements,
                rolled.origins,
                replay,
                new BootstrapSamples(histories.size()),
                rolled.last.effect(),
                contradictions(histories, to));
    progress.at(1, "done");
    return report;
  }

  /** Those whose history did not contradict itself yet; what shows later is not known then. */
  private static List<CustomerHistory> soundBy(Instant at, List<CustomerHistory> histories) {
    return histories.stream()
        .filter(history -> Contradiction.in(history.upTo(at)).isEmpty())
        .toList();
  }

  private static List<Contradiction> contradictions(List<CustomerHistory> histories, Instant to) {
    return histories.stream()
        .flatMap(history -> Contradiction.in(history.upTo(to)).stream())
        .toList();
  }

  private record Rolled(
      OriginPredictions judgements,
      List<BackTestReport.OriginResult> origins,
      Learner.Learned first,
      Learner.Learned last) {}

  private Rolled roll(
      List<CustomerHistory> histories,
      List<Instant> instants,
      Instant to,
      ProgressListener progress) {
    var judgements = new OriginPredictions(settings.horizonDays());
    var numbers = numbers(histories);
    var results = new ArrayList<BackTestReport.OriginResult>();
    Hyperparameters choices = null;
    Learner.Learned first = null;
    Learner.Learned last = null;
    for (var i = 0; i < instants.size(); i++) {
      var origin = instants.get(i);
      progress.at(i / (double) instants.size(), "learning as of " + origin);
      var sound = soundBy(origin, histories);
      var known = sound.stream().map(history -> history.upTo(origin)).toList();
      var cancelled = known.stream().filter(CustomerHistory::cancelled).count();
      var enough = cancelled >= Training.CANCELLATIONS_NEEDED;
      if (enough && choices == null) {
        choices = learner.choose(known, origin, ProgressListener.unheard());
      }
      last =
          enough
              ? learner.learn(known, choices, origin, "back-test-" + (i + 1))
              : new Learner.Learned(prior, null);
      first = first == null ? last : first;
      judge(i, origin, to, last.model(), sound, numbers, judgements);
      results.add(result(origin, enough, judgements.of(i)));
    }
    return new Rolled(judgements, results, first, last);
  }

  private void judge(
      int number,
      Instant origin,
      Instant to,
      RiskModel model,
      List<CustomerHistory> histories,
      Map<UUID, Integer> numbers,
      OriginPredictions into) {
    var at = EpochMicros.of(origin);
    var rate = rateBefore(histories, at);
    new PointInTimePredictions(model, settings)
        .take(
            histories,
            new long[] {at},
            (who, state, when, probability, left) -> {
              var leaves = leaves(who, at);
              var gone = leaves > at && leaves <= EpochMicros.of(to);
              into.add(
                  new OriginPrediction(
                      number,
                      numbers.get(who.customerId()),
                      probability,
                      rate,
                      state.changes(),
                      state.changes() - changesBy(who, EpochMicros.plusDays(at, -RECENT_DAYS)),
                      EpochMicros.days(at, gone ? leaves : EpochMicros.of(to)),
                      gone));
            });
  }

  private int changesBy(CustomerHistory who, long until) {
    var state = new CustomerState();
    var halfLives = HalfLives.prior();
    for (var signal : who.signals()) {
      if (EpochMicros.of(signal.at()) > until) {
        break;
      }
      state.take(signal, halfLives);
    }
    return state.changes();
  }

  /** The first cancellation after an instant; {@code Long.MAX_VALUE} when the customer stays. */
  private static long leaves(CustomerHistory who, long after) {
    return Arrays.stream(who.cancelledAt())
        .filter(when -> when > after)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** What "no model" would say: the share of customers who left in the horizon before. */
  private double rateBefore(List<CustomerHistory> histories, long at) {
    var predictions =
        new PointInTimePredictions(prior, settings)
            .at(histories, EpochMicros.plusDays(at, -settings.horizonDays()));
    return predictions.size() == 0 ? 0 : PredictionQuality.of(predictions).observedRate();
  }

  private BackTestReport.OriginResult result(
      Instant origin, boolean learned, List<OriginPrediction> judged) {
    var predictions = new Predictions();
    judged.forEach(
        one -> predictions.add(one.probability(), one.leftWithin(settings.horizonDays())));
    var quality = PredictionQuality.of(predictions);
    return new BackTestReport.OriginResult(
        origin, learned, quality.customers(), quality.cancellations(), quality.auc());
  }

  private RiskEngineSettings rethresholded(
      RiskModel model, List<CustomerHistory> histories, Instant from) {
    var known = histories.stream().map(history -> history.upTo(from)).toList();
    var thresholds = ThresholdMatching.asMany(prior, model, settings, known, from);
    return settings.withFlagThresholds(thresholds.raiseFrom(), thresholds.clearBelow());
  }

  private static Map<UUID, Integer> numbers(List<CustomerHistory> histories) {
    var numbers = new HashMap<UUID, Integer>();
    histories.forEach(history -> numbers.put(history.customerId(), numbers.size()));
    return numbers;
  }
}
