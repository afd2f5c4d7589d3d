package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.TrainingResult.Verdict;
import io.familiarface.risk.metrics.PredictionQuality;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Learns a model from a company's history and says whether it should take over. The last horizon is
 * held out: the model that is judged has not seen it, nor anything later than the instant it is
 * asked about. One that is promoted is then fitted once more to everything.
 */
public final class Training {

  /** Drawn to the prior, so few nudge it; with fewer there is nothing to choose anything by. */
  public static final int CANCELLATIONS_NEEDED = 10;

  /** On fewer who left in the time held out, which model does better there is chance. */
  public static final int HELD_OUT_NEEDED = 5;

  private static final double SEARCHED = 0.7;

  private final RiskModel prior;
  private final RiskEngineSettings settings;
  private final Learner learner;

  public Training(RiskModel prior, RiskEngineSettings settings) {
    this.prior = prior;
    this.settings = settings;
    learner = new Learner(prior, settings);
  }

  /**
   * @param histories of all customers, with signals in order
   * @param present the model in use
   * @param now nothing after it is looked at, nor after the end of the {@link ObservationPeriod}
   * @param version the name of the new model
   */
  public TrainingResult train(
      List<CustomerHistory> histories,
      RiskModel present,
      Instant now,
      String version,
      ProgressListener progress) {
    progress.at(0, "reading histories");
    var time = ObservationPeriod.of(histories, now);
    var asOf = time.map(ObservationPeriod::last).orElse(now);
    var old = time.filter(known -> known.endedBefore(now)).map(Training::old).orElse("");
    var leftOut = new ArrayList<Contradiction>();
    var usable = usable(histories, asOf, leftOut);
    var cancellations = (int) usable.stream().filter(CustomerHistory::cancelled).count();
    var heldOutFrom =
        EpochMicros.instant(EpochMicros.plusDays(EpochMicros.of(asOf), -settings.horizonDays()));
    var before = usable.stream().map(history -> history.upTo(heldOutFrom)).toList();
    var known = (int) before.stream().filter(CustomerHistory::cancelled).count();
    if (known < CANCELLATIONS_NEEDED) {
      return tooFew(present, known, asOf, old, leftOut);
    }
    var choices = learner.choose(before, heldOutFrom, progress.between(0, SEARCHED));
    progress.at(SEARCHED, "judging on the time held out");
    var judged = learner.learn(before, choices, heldOutFrom, version);
    var presentQuality = quality(present, usable, heldOutFrom);
    var candidateQuality = quality(judged.model(), usable, heldOutFrom);
    if (!better(candidateQuality, presentQuality)) {
      return new TrainingResult(
          Verdict.KEPT,
          kept(presentQuality, candidateQuality) + old,
          asOf,
          present,
          cancellations,
          CANCELLATIONS_NEEDED,
          presentQuality,
          candidateQuality,
          judged.effect(),
          null,
          leftOut);
    }
    progress.at(0.85, "fitting to the whole history");
    var learned = learner.learn(usable, choices, asOf, version);
    var thresholds = ThresholdMatching.asMany(present, learned.model(), settings, usable, asOf);
    progress.at(1, "done");
    return new TrainingResult(
        Verdict.PROMOTED,
        words("The new model takes over: ", presentQuality, candidateQuality) + old,
        asOf,
        learned.model(),
        cancellations,
        CANCELLATIONS_NEEDED,
        presentQuality,
        candidateQuality,
        learned.effect(),
        thresholds,
        leftOut);
  }

  private static List<CustomerHistory> usable(
      List<CustomerHistory> histories, Instant asOf, List<Contradiction> leftOut) {
    var usable = new ArrayList<CustomerHistory>(histories.size());
    for (var history : histories) {
      var known = history.upTo(asOf);
      Contradiction.in(known).ifPresentOrElse(leftOut::add, () -> usable.add(known));
    }
    return usable;
  }

  private PredictionQuality quality(RiskModel model, List<CustomerHistory> histories, Instant at) {
    var predictions = new PointInTimePredictions(model, settings).at(histories, EpochMicros.of(at));
    return PredictionQuality.of(predictions);
  }

  /** Seen on enough of those who left: closer to what happened, and no worse at telling who. */
  private static boolean better(PredictionQuality candidate, PredictionQuality present) {
    return canBeJudged(candidate)
        && candidate.logLoss() < present.logLoss()
        && candidate.auc() > present.auc() - 0.01;
  }

  private static boolean canBeJudged(PredictionQuality quality) {
    return quality.cancellations() >= HELD_OUT_NEEDED && quality.auc() != null;
  }

  private String kept(PredictionQuality present, PredictionQuality candidate) {
    return canBeJudged(candidate)
        ? words("The present model stays: ", present, candidate)
        : ("The present model stays: of %,d customers %,d left in the last %d days that the history"
                + " tells of, and it takes at least %d, and some who stayed, to see which model does"
                + " better.")
            .formatted(
                candidate.customers(),
                candidate.cancellations(),
                settings.horizonDays(),
                HELD_OUT_NEEDED);
  }

  private static String old(ObservationPeriod known) {
    return " The last visit or cancellation that is known was on %s; nothing later was judged."
        .formatted(known.last().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static String words(
      String verdict, PredictionQuality present, PredictionQuality candidate) {
    return String.format(
        Locale.ENGLISH,
        "%son the last held-out time its log-loss is %.4f against %.4f, its AUC %.3f against %.3f.",
        verdict,
        candidate.logLoss(),
        present.logLoss(),
        candidate.auc(),
        present.auc());
  }

  private TrainingResult tooFew(
      RiskModel present, int known, Instant asOf, String old, List<Contradiction> leftOut) {
    var words =
        "The history holds %d cancellations before the last %d days; learning needs at least %d. %s"
            .formatted(
                known,
                settings.horizonDays(),
                CANCELLATIONS_NEEDED,
                present.version().equals(prior.version())
                    ? "The prior stays in use."
                    : "The present model stays in use.");
    return new TrainingResult(
        Verdict.TOO_FEW_CANCELLATIONS,
        words + old,
        asOf,
        present,
        known,
        CANCELLATIONS_NEEDED,
        null,
        null,
        null,
        null,
        leftOut);
  }
}
