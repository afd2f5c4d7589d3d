package io.familiarface.bench;

import io.familiarface.risk.learning.PooledCalibration;
import io.familiarface.risk.learning.SimulatedSnapshot;
import io.familiarface.risk.learning.SimulatedSnapshot.ScoredCustomers;
import io.familiarface.risk.simulation.RandomWorlds;
import io.familiarface.risk.simulation.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How well prior and learned model do in simulated companies, against the oracle and counting. */
final class ModelQuality implements Bench.Part {
  private static final int MONTHS = 36;
  private static final int TECHNICIANS = 60;
  private static final int FIRST_SEED = 201;
  private static final double OVER_CHANGES_EVER = 0.08;

  private final Workload workload;
  private final PooledCalibration learned = new PooledCalibration();

  ModelQuality(Workload workload) {
    this.workload = workload;
  }

  /** One company, judged by everybody. */
  private record Judged(
      ScoredCustomers prior,
      ScoredCustomers learned,
      ScoredCustomers oracle,
      double ever,
      double recent) {

    static Judged of(World world, long seed, int customers) {
      SimulatedSnapshot one = SimulatedSnapshot.of(world, seed, customers, MONTHS, TECHNICIANS);
      return new Judged(
          one.byPrior(),
          one.byLearned(),
          one.byTruth(),
          one.byChangesEver().auc(),
          one.byRecentChanges().auc());
    }
  }

  @Override
  public void measure(Report report) {
    for (World world : World.whereChangesMatter()) {
      bars(report, world.name(), one -> true, judged(world));
    }
    bars(report, "changes do not matter", one -> false, judged(World.indifferent()));
    bars(
        report,
        "pest control, a third unknown",
        one -> true,
        judged(World.pestControl().withUnknown(1 / 3.0)));
    List<Judged> drawn =
        IntStream.rangeClosed(1, workload.randomWorlds())
            .mapToObj(seed -> judged(RandomWorlds.drawn(seed), FIRST_SEED))
            .toList();
    // Nobody knows beforehand how much changes matter in them: where the oracle says that they do.
    bars(
        report,
        "%d worlds drawn at random".formatted(drawn.size()),
        one -> one.oracle.auc() - one.ever >= OVER_CHANGES_EVER,
        drawn);
    comesTrue(report);
  }

  private List<Judged> judged(World world) {
    return IntStream.range(0, workload.companiesPerWorld())
        .mapToObj(i -> judged(world, FIRST_SEED + i))
        .toList();
  }

  private Judged judged(World world, long seed) {
    Judged one = Judged.of(world, seed, workload.companyCustomers());
    learned.add(one.learned);
    return one;
  }

  private void bars(
      Report report, String where, Predicate<Judged> changesMatter, List<Judged> judged) {
    least(
        report,
        where + ": learned AUC above that of the oracle",
        -0.02,
        judged,
        one -> one.learned.auc() - one.oracle.auc(),
        one ->
            String.format(Locale.ROOT, "%.3f against %.3f", one.learned.auc(), one.oracle.auc()));
    least(
        report,
        where + ": lift of the top tenth, where the oracle reaches 3",
        2.5,
        only(judged, one -> one.oracle.topDecileLift() >= 3),
        one -> one.learned.topDecileLift(),
        one ->
            String.format(
                Locale.ROOT,
                "%.2f, the oracle %.2f",
                one.learned.topDecileLift(),
                one.oracle.topDecileLift()));
    least(
        report,
        where + ": learned AUC above that of changes ever, where they matter",
        OVER_CHANGES_EVER,
        only(judged, changesMatter),
        one -> one.learned.auc() - one.ever,
        one -> String.format(Locale.ROOT, "%.3f against %.3f", one.learned.auc(), one.ever));
    least(
        report,
        where + ": learned AUC above that of changes in 180 days",
        0,
        judged,
        one -> one.learned.auc() - one.recent,
        one -> String.format(Locale.ROOT, "%.3f against %.3f", one.learned.auc(), one.recent));
    least(
        report,
        where + ": AUC of the prior alone above both counts",
        0,
        judged,
        one -> one.prior.auc() - Math.max(one.ever, one.recent),
        one ->
            String.format(
                Locale.ROOT, "%.3f against %.3f", one.prior.auc(), Math.max(one.ever, one.recent)));
  }

  private static List<Judged> only(List<Judged> judged, Predicate<Judged> those) {
    return judged.stream().filter(those).toList();
  }

  /** The company in which it is worst; the others are named beside it. */
  private static void least(
      Report report,
      String what,
      double aim,
      List<Judged> judged,
      ToDoubleFunction<Judged> figure,
      Function<Judged, String> inWords) {
    if (judged.isEmpty()) {
      return;
    }
    report.add(
        Measurement.atLeast(
            what,
            judged.stream().mapToDouble(figure).min().orElseThrow(),
            "",
            aim,
            "simulated, the least of: "
                + judged.stream().map(inWords).collect(Collectors.joining(" · "))));
  }

  private void comesTrue(Report report) {
    PooledCalibration.Proportion pooled = learned.pooled();
    report.add(
        Measurement.atMost(
            "probabilities of learned models against what came, pooled",
            Math.abs(pooled.z()),
            "deviations",
            PooledCalibration.Z_OF_99_PERCENT,
            inWords(pooled) + ", simulated; the aim is the 99 % interval of the binomial"));
    List<PooledCalibration.Proportion> tenths = learned.tenths();
    List<String> each = new ArrayList<>();
    tenths.forEach(tenth -> each.add(String.format(Locale.ROOT, "%.1f", tenth.z())));
    report.add(
        Measurement.atMost(
            "the same by tenths, the worst",
            tenths.stream().mapToDouble(tenth -> Math.abs(tenth.z())).max().orElseThrow(),
            "deviations",
            PooledCalibration.Z_OF_99_5_PERCENT,
            "from the lowest tenth: " + String.join(", ", each)));
  }

  private static String inWords(PooledCalibration.Proportion share) {
    return String.format(
        Locale.ROOT,
        "%,d customers, predicted %.4f, observed %.4f",
        share.customers(),
        share.predicted(),
        share.observed());
  }
}
