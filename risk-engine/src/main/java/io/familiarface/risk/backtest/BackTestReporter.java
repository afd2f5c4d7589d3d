package io.familiarface.risk.backtest;

import io.familiarface.risk.backtest.BackTestReport.AucByDays;
import io.familiarface.risk.backtest.BackTestReport.Baselines;
import io.familiarface.risk.backtest.BackTestReport.By;
import io.familiarface.risk.backtest.BackTestReport.CalibrationBin;
import io.familiarface.risk.backtest.BackTestReport.CapacityPoint;
import io.familiarface.risk.backtest.BackTestReport.FlagVolume;
import io.familiarface.risk.backtest.BackTestReport.GainPoint;
import io.familiarface.risk.backtest.BackTestReport.Intervals;
import io.familiarface.risk.backtest.BackTestReport.OriginResult;
import io.familiarface.risk.backtest.OriginPredictions.OriginPrediction;
import io.familiarface.risk.learning.Contradiction;
import io.familiarface.risk.learning.TechnicianChangeEffect;
import io.familiarface.risk.metrics.BootstrapIntervals;
import io.familiarface.risk.metrics.BootstrapSamples;
import io.familiarface.risk.metrics.ConcordanceIndex;
import io.familiarface.risk.metrics.Interval;
import io.familiarface.risk.metrics.PredictionQuality;
import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.metrics.RankingMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Makes a report of what was judged. */
final class BackTestReporter {

  private static final int[] DAYS = {30, 60, 90};
  private static final int CAPACITY = 15;
  private static final int[] CALLS = {5, 10, 15, 25, 50, 100, 200};

  private final int horizonDays;

  BackTestReporter(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  BackTestReport report(
      Instant from,
      Instant to,
      OriginPredictions judged,
      List<OriginResult> origins,
      FlagReplay flags,
      BootstrapSamples draws,
      TechnicianChangeEffect effect,
      List<Contradiction> leftOut) {
    var left = judged.outcomes();
    var model = quality(judged, OriginPrediction::probability);
    var bootstrap = new BootstrapIntervals(draws, judged.customers(), left);
    var summary = new FlagSummary(flags.timelines(), from, to, judged, draws);
    var baselines =
        new Baselines(
            quality(judged, OriginPrediction::rateThen),
            bootstrap.auc(judged.changesEver()),
            bootstrap.auc(judged.changesRecently()),
            bootstrap.aucDifference(judged.probabilities(), judged.changesRecently()),
            summary.countingChanges());
    var capacity = capacity(judged, origins.size());
    var volume = new ArrayList<>(flags.volume());
    volume.add(byCapacity(capacity, model.customers(), origins.size()));
    var modelAuc = bootstrap.auc(judged.probabilities());
    var harrellsC = harrellsC(judged, origins.size(), bootstrap);
    var intervals =
        new Intervals(
            bootstrap.brier(judged.probabilities()),
            harrellsC,
            bootstrap.topDecileLift(judged.probabilities()),
            summary.intervals());
    return new BackTestReport(
        from,
        to,
        horizonDays,
        model.customers(),
        model.cancellations(),
        model,
        modelAuc,
        harrellsC.value(),
        byDays(judged),
        baselines,
        calibration(judged),
        gains(judged),
        capacity,
        summary.record(),
        List.copyOf(volume),
        List.copyOf(origins),
        effect,
        leftOut,
        leftOut.size(),
        intervals,
        summary.byCall(),
        new BackTestVerdict(modelAuc, baselines, intervals.flags(), summary.byCall(), effect)
            .words());
  }

  private PredictionQuality quality(
      OriginPredictions judged, ToDoubleFunction<OriginPrediction> score) {
    var predictions = new Predictions();
    judged
        .all()
        .forEach(one -> predictions.add(score.applyAsDouble(one), one.leftWithin(horizonDays)));
    return PredictionQuality.of(predictions);
  }

  /** The mean over the origins. */
  private static Interval harrellsC(
      OriginPredictions judged, int origins, BootstrapIntervals bootstrap) {
    var all = judged.all();
    var rowsOf = new ArrayList<int[]>();
    var concordances = new ArrayList<ConcordanceIndex>();
    for (var number = 0; number < origins; number++) {
      var origin = number;
      var rows =
          IntStream.range(0, all.size()).filter(i -> all.get(i).origin() == origin).toArray();
      var of = Arrays.stream(rows).mapToObj(all::get).toList();
      rowsOf.add(rows);
      concordances.add(
          new ConcordanceIndex(
              of.stream().mapToDouble(OriginPrediction::days).toArray(),
              lefts(of),
              of.stream().mapToDouble(OriginPrediction::probability).toArray()));
    }
    return bootstrap.interval(
        counts ->
            IntStream.range(0, origins)
                .mapToDouble(
                    origin ->
                        concordances
                            .get(origin)
                            .of(
                                Arrays.stream(rowsOf.get(origin))
                                    .mapToDouble(i -> counts[i])
                                    .toArray()))
                .filter(c -> !Double.isNaN(c))
                .average()
                .orElse(Double.NaN));
  }

  private static boolean[] lefts(List<OriginPrediction> judged) {
    var left = new boolean[judged.size()];
    for (var i = 0; i < left.length; i++) {
      left[i] = judged.get(i).left();
    }
    return left;
  }

  private List<AucByDays> byDays(OriginPredictions judged) {
    var byDays = new ArrayList<AucByDays>();
    for (var days : DAYS) {
      if (days <= horizonDays) {
        var auc = RankingMetrics.auc(judged.probabilities(), judged.outcomes(days));
        byDays.add(new AucByDays(days, Double.isNaN(auc) ? null : auc));
      }
    }
    return byDays;
  }

  private List<CalibrationBin> calibration(OriginPredictions judged) {
    var sorted = sorted(judged);
    var bins = new ArrayList<CalibrationBin>();
    for (var tenth = 0; tenth < 10; tenth++) {
      var bin = sorted.subList(sorted.size() * tenth / 10, sorted.size() * (tenth + 1) / 10);
      if (!bin.isEmpty()) {
        bins.add(
            new CalibrationBin(
                bin.size(),
                bin.stream().mapToDouble(OriginPrediction::probability).average().orElseThrow(),
                bin.stream().filter(one -> one.leftWithin(horizonDays)).count()
                    / (double) bin.size()));
      }
    }
    return bins;
  }

  private List<GainPoint> gains(OriginPredictions judged) {
    var sorted = sorted(judged);
    var all = sorted.stream().filter(one -> one.leftWithin(horizonDays)).count();
    var points = new ArrayList<GainPoint>();
    for (var twentieth = 0; twentieth <= 20 && all > 0; twentieth++) {
      var from = sorted.size() - sorted.size() * twentieth / 20;
      var found =
          sorted.subList(from, sorted.size()).stream()
              .filter(one -> one.leftWithin(horizonDays))
              .count();
      points.add(new GainPoint(twentieth / 20.0, found / (double) all));
    }
    return points;
  }

  private List<CapacityPoint> capacity(OriginPredictions judged, int origins) {
    var points = new ArrayList<CapacityPoint>();
    for (var calls : CALLS) {
      var called = 0;
      var left = 0L;
      for (var origin = 0; origin < origins; origin++) {
        var riskiest =
            judged.of(origin).stream()
                .sorted(Comparator.comparingDouble(OriginPrediction::probability).reversed())
                .limit(calls)
                .toList();
        called += riskiest.size();
        left += riskiest.stream().filter(one -> one.leftWithin(horizonDays)).count();
      }
      points.add(new CapacityPoint(calls, called == 0 ? 0 : left / (double) called));
    }
    return points;
  }

  private static FlagVolume byCapacity(List<CapacityPoint> points, int customers, int origins) {
    var point = points.stream().filter(one -> one.calls() == CAPACITY).findFirst().orElseThrow();
    var atATime = customers / (double) Math.max(1, origins);
    return new FlagVolume(
        By.CAPACITY,
        atATime == 0 ? 0 : 100 * Math.min(CAPACITY, atATime) / atATime,
        point.precision());
  }

  private static List<OriginPrediction> sorted(OriginPredictions judged) {
    return judged.all().stream()
        .sorted(Comparator.comparingDouble(OriginPrediction::probability))
        .toList();
  }
}
