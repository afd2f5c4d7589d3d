package io.familiarface.feedback.learning;

import io.familiarface.feedback.learning.BackTestReport.AucByDays;
import io.familiarface.feedback.learning.BackTestReport.Baselines;
import io.familiarface.feedback.learning.BackTestReport.By;
import io.familiarface.feedback.learning.BackTestReport.CalibrationBin;
import io.familiarface.feedback.learning.BackTestReport.CapacityPoint;
import io.familiarface.feedback.learning.BackTestReport.FlagRecord;
import io.familiarface.feedback.learning.BackTestReport.FlagVolume;
import io.familiarface.feedback.learning.BackTestReport.GainPoint;
import io.familiarface.feedback.learning.BackTestReport.OriginResult;
import io.familiarface.feedback.learning.Judgements.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a report of what was judged. */
final class Reporting {

  private static final int[] DAYS = {30, 60, 90};
  private static final int CAPACITY = 15;
  private static final int[] CALLS = {5, 10, 15, 25, 50, 100, 200};

  private final int horizonDays;

  Reporting(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  BackTestReport report(
      Instant from,
      Instant to,
      Judgements judged,
      List<OriginResult> origins,
      FlagRecord flags,
      List<FlagVolume> underFlags,
      EffectOfChanges effect,
      List<Contradiction> leftOut) {
    var left = judged.outcomes();
    var model = quality(judged, Judgement::probability);
    var bootstrap = new Bootstrap(judged.customers(), left);
    var baselines =
        new Baselines(
            quality(judged, Judgement::rateThen),
            bootstrap.auc(judged.changesEver()),
            bootstrap.auc(judged.changesRecently()),
            bootstrap.aucDifference(judged.probabilities(), judged.changesRecently()));
    var capacity = capacity(judged, origins.size());
    var volume = new ArrayList<>(underFlags);
    volume.add(byCapacity(capacity, model.customers(), origins.size()));
    var modelAuc = bootstrap.auc(judged.probabilities());
    return new BackTestReport(
        from,
        to,
        horizonDays,
        model.customers(),
        model.cancellations(),
        model,
        modelAuc,
        harrellsC(judged, origins.size()),
        byDays(judged),
        baselines,
        calibration(judged),
        gains(judged),
        capacity,
        flags,
        List.copyOf(volume),
        List.copyOf(origins),
        effect,
        leftOut,
        leftOut.size(),
        new Verdict(modelAuc, model, baselines, flags, effect).words());
  }

  private interface Says {
    double of(Judgement judgement);
  }

  private Quality quality(Judgements judged, Says says) {
    var predictions = new Predictions();
    judged.all().forEach(one -> predictions.add(says.of(one), one.leftWithin(horizonDays)));
    return Quality.of(predictions);
  }

  /** The mean over the origins. */
  private static Double harrellsC(Judgements judged, int origins) {
    var sum = 0.0;
    var count = 0;
    for (var origin = 0; origin < origins; origin++) {
      var of = judged.of(origin);
      var c =
          Ranking.harrellsC(
              of.stream().mapToDouble(Judgement::days).toArray(),
              lefts(of),
              of.stream().mapToDouble(Judgement::probability).toArray());
      if (!Double.isNaN(c)) {
        sum += c;
        count++;
      }
    }
    return count == 0 ? null : (Double) (sum / count);
  }

  private static boolean[] lefts(List<Judgement> judged) {
    var left = new boolean[judged.size()];
    for (var i = 0; i < left.length; i++) {
      left[i] = judged.get(i).left();
    }
    return left;
  }

  private List<AucByDays> byDays(Judgements judged) {
    var byDays = new ArrayList<AucByDays>();
    for (var days : DAYS) {
      if (days <= horizonDays) {
        var auc = Ranking.auc(judged.probabilities(), judged.outcomes(days));
        byDays.add(new AucByDays(days, Double.isNaN(auc) ? null : auc));
      }
    }
    return byDays;
  }

  private List<CalibrationBin> calibration(Judgements judged) {
    var sorted = sorted(judged);
    var bins = new ArrayList<CalibrationBin>();
    for (var tenth = 0; tenth < 10; tenth++) {
      var bin = sorted.subList(sorted.size() * tenth / 10, sorted.size() * (tenth + 1) / 10);
      if (!bin.isEmpty()) {
        bins.add(
            new CalibrationBin(
                bin.size(),
                bin.stream().mapToDouble(Judgement::probability).average().orElseThrow(),
                bin.stream().filter(one -> one.leftWithin(horizonDays)).count()
                    / (double) bin.size()));
      }
    }
    return bins;
  }

  private List<GainPoint> gains(Judgements judged) {
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

  private List<CapacityPoint> capacity(Judgements judged, int origins) {
    var points = new ArrayList<CapacityPoint>();
    for (var calls : CALLS) {
      var called = 0;
      var left = 0L;
      for (var origin = 0; origin < origins; origin++) {
        var riskiest =
            judged.of(origin).stream()
                .sorted(Comparator.comparingDouble(Judgement::probability).reversed())
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

  private static List<Judgement> sorted(Judgements judged) {
    return judged.all().stream()
        .sorted(Comparator.comparingDouble(Judgement::probability))
        .toList();
  }
}
