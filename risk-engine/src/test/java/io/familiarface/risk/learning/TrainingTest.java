package io.familiarface.risk.learning;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.learning.SimulatedSnapshot.PRIOR;
import static io.familiarface.risk.learning.SimulatedSnapshot.SETTINGS;
import static io.familiarface.risk.learning.SimulatedSnapshot.auc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.learning.TrainingResult.Verdict;
import io.familiarface.risk.metrics.PredictionQuality;
import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingTest {

  private static TrainingResult train(SimulatedSnapshot simulated) {
    return new Training(PRIOR, SETTINGS)
        .train(
            simulated.histories(),
            PRIOR,
            simulated.asOf(),
            "learned-1",
            ProgressListener.unheard());
  }

  @Test
  void in_a_company_with_history_it_comes_near_what_could_be_known_and_is_promoted() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 7, 4_000);
    var result = train(simulated);
    assertThat(result.verdict()).isEqualTo(Verdict.PROMOTED);
    assertThat(result.candidate().logLoss()).isLessThan(result.present().logLoss());
    var model = result.model();
    assertThat(model.version()).isEqualTo("learned-1");
    assertThat(model.kind()).isEqualTo(RiskModel.Kind.LEARNED);
    assertThat(model.trainedOn())
        .isBetween(simulated.asOf().minusSeconds(86_400), simulated.asOf());
    assertThat(auc(simulated.predictions(model))).isGreaterThan(simulated.byTruth().auc() - 0.02);
    assertThat(result.effect().from()).isGreaterThan(1.5);
    assertThat(result.thresholds().clearBelow()).isLessThan(result.thresholds().raiseFrom());
  }

  @Test
  void it_flags_as_many_with_the_new_model_as_with_the_old() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 8, 3_000);
    var result = train(simulated);
    var before = above(simulated.predictions(PRIOR), SETTINGS.flags().raiseFrom());
    var after = above(simulated.predictions(result.model()), result.thresholds().raiseFrom());
    assertThat((double) after).isCloseTo(before, within(Math.max(2, before * 0.02)));
  }

  private static long above(Predictions predictions, double bound) {
    return Arrays.stream(predictions.probabilities()).filter(p -> p >= bound).count();
  }

  @Test
  void where_technician_changes_do_not_matter_it_says_so() {
    var result = train(SimulatedSnapshot.of(World.indifferent(), 9, 6_000));
    assertThat(result.effect().words())
        .isEqualTo("Technician changes do not drive customers away from this company.");
    assertThat(result.effect().from()).isLessThan(1);
    assertThat(result.effect().to()).isBetween(1.0, 1.25);
    assertThat(result.effect().second().from()).isLessThan(1);
  }

  @Test
  void where_only_the_second_change_drives_customers_away_it_does_not_say_that_none_does() {
    var second = World.pestControl();
    var effects =
        new World.Effects(
            -4.9, 0, 0, 0, 0, 120, 0, 240, 0.5, 90, 0.5, 150, 0.7, 0.9, 0.3, 0, 0, 0.3);
    var world =
        new World(
            "second chances",
            second.cadences(),
            second.staffing(),
            second.manners(),
            effects,
            second.leavesAtOnce());
    var effect = train(SimulatedSnapshot.of(world, 18, 6_000)).effect();
    assertThat(effect.second().from()).isGreaterThan(effect.from()).isGreaterThan(1.1);
    assertThat(effect.words()).contains("leave more often after a");
  }

  @Test
  void a_promise_that_changes_usually_break_counts_as_part_of_what_they_do() {
    var world = World.pestControl();
    var promises =
        new World(
            "promises",
            world.cadences(),
            world.staffing(),
            new World.Manners(1, 0.4, 0.4, 0.15, 0.25, 0.015),
            new World.Effects(
                -4.9, 0, 0, 0, 0, 120, 0.9, 240, 0.5, 90, 0.5, 150, 0.7, 0, 0.3, 0, 0, 0.3),
            world.leavesAtOnce());
    var effect = train(SimulatedSnapshot.of(promises, 19, 4_000)).effect();
    assertThat(effect.from()).isGreaterThan(1.1);
    assertThat(effect.words())
        .isEqualTo("Customers of this company leave more often after a technician change.");
  }

  @Test
  void a_short_history_has_not_shown_that_changes_do_not_matter() {
    var effect = train(SimulatedSnapshot.of(World.indifferent(), 20, 500)).effect();
    assertThat(effect.to()).isGreaterThan(1.25);
    assertThat(effect.words()).doesNotContain("do not drive");
  }

  @Test
  void with_too_few_cancellations_it_says_how_many_and_keeps_the_prior() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 10, 15);
    var result = train(simulated);
    assertThat(result.verdict()).isEqualTo(Verdict.TOO_FEW_CANCELLATIONS);
    assertThat(result.model()).isSameAs(PRIOR);
    assertThat(result.words())
        .contains("%d cancellations".formatted(result.cancellations()))
        .contains("needs at least 10")
        .contains("The prior stays in use.");
  }

  @Test
  void ten_cancellations_nudge_and_a_thousand_decide() {
    var big = SimulatedSnapshot.of(World.lawnCare(), 21, 3_000);
    var small = SimulatedSnapshot.of(World.lawnCare(), 22, 60);
    var few = train(small);
    assertThat(few.cancellations()).isBetween(10, 30);
    var nudged = distance(learned(small), PRIOR);
    var decided = distance(learned(big), PRIOR);
    assertThat(nudged).isPositive().isLessThan(decided / 2);
    assertThat(PredictionQuality.of(big.predictions(learned(small))).logLoss())
        .isLessThan(PredictionQuality.of(big.predictions(PRIOR)).logLoss());
  }

  private static RiskModel learned(SimulatedSnapshot simulated) {
    var learner = new Learner(PRIOR, SETTINGS);
    return learner
        .learn(simulated.known(), learner.startingChoices(), simulated.asOf(), "learned-1")
        .model();
  }

  private static double distance(RiskModel one, RiskModel other) {
    return Arrays.stream(Feature.values())
        .mapToDouble(feature -> one.coefficients().get(feature) - other.coefficients().get(feature))
        .map(Math::abs)
        .sum();
  }

  @Test
  void contradictory_histories_are_named_and_left_out() {
    var early = HistoryBuilder.monthly();
    early.signals.add(
        new AgreementCancelled(early.agreement, HistoryBuilder.START.minusSeconds(60), "PRICE"));
    var ghost = HistoryBuilder.monthly().visitsBy("AA").cancels(1);
    ghost.visitsBy("A");
    var good = HistoryBuilder.dorothy();
    var result =
        new Training(PRIOR, SETTINGS)
            .train(
                List.of(
                    PersonVisitExtractorTest.history(early),
                    PersonVisitExtractorTest.history(ghost),
                    PersonVisitExtractorTest.history(good)),
                PRIOR,
                HistoryBuilder.START.plus(Duration.ofDays(400)),
                "learned-1",
                ProgressListener.unheard());
    assertThat(result.leftOut())
        .extracting(Contradiction::problem)
        .anySatisfy(words -> assertThat(words).contains("cancelled before it started"))
        .anySatisfy(words -> assertThat(words).contains("after its agreement was cancelled"))
        .hasSize(2);
  }

  @Test
  void nothing_after_the_instant_it_is_asked_about_is_looked_at() {
    var simulated = SimulatedSnapshot.of(World.heating(), 12, 1_500);
    var changed = new ArrayList<CustomerHistory>();
    for (var history : simulated.histories()) {
      changed.add(history.upTo(simulated.asOf()));
    }
    var fromAll = train(simulated);
    var fromPast =
        new Training(PRIOR, SETTINGS)
            .train(changed, PRIOR, simulated.asOf(), "learned-1", ProgressListener.unheard());
    assertThat(fromAll.model()).isEqualTo(fromPast.model());
    assertThat(fromAll.candidate()).isEqualTo(fromPast.candidate());
  }

  @Test
  void a_history_that_ended_a_year_ago_trains_to_the_same_as_one_that_ended_today() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 14, 3_000);
    var today = simulated.company().end();
    var ended = trainAt(today, simulated.histories());
    var longAgo = trainAt(today.plus(Duration.ofDays(365)), simulated.histories());
    assertThat(ended.verdict()).isEqualTo(Verdict.PROMOTED);
    assertThat(longAgo.verdict()).isEqualTo(Verdict.PROMOTED);
    assertThat(simulated.predictions(longAgo.model()).probabilities())
        .isEqualTo(simulated.predictions(ended.model()).probabilities());
    assertThat(longAgo.thresholds()).isEqualTo(ended.thresholds());
    assertThat(longAgo.words())
        .contains("The last visit or cancellation that is known was on 2025-01-0");
    assertThat(ended.words()).doesNotContain("The last visit");
  }

  @Test
  void a_note_of_today_does_not_make_an_old_history_a_young_one() {
    var simulated = SimulatedSnapshot.of(World.heating(), 15, 1_500);
    var today = simulated.company().end().plus(Duration.ofDays(365));
    var noted = new ArrayList<>(simulated.histories());
    var one = noted.remove(0);
    var signals = new ArrayList<>(one.signals());
    signals.add(new MoodNoted(id("mood"), today.minusSeconds(60), Mood.CALM));
    noted.add(0, new CustomerHistory(one.customerId(), signals));
    assertThat(trainAt(today, noted).model())
        .isEqualTo(trainAt(today, simulated.histories()).model());
  }

  @Test
  void where_hardly_anybody_left_in_the_time_held_out_the_present_model_stays() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 16, 2_000);
    var end = simulated.company().end();
    var heldOut = end.minus(Duration.ofDays(92));
    var nobodyLeft =
        simulated.histories().stream()
            .filter(history -> !history.cancelled() || history.upTo(heldOut).cancelled())
            .toList();
    var result = trainAt(end, nobodyLeft);
    assertThat(result.verdict()).isEqualTo(Verdict.KEPT);
    assertThat(result.model()).isSameAs(PRIOR);
    assertThat(result.candidate().cancellations()).isZero();
    assertThat(result.words())
        .startsWith("The present model stays: of ")
        .contains("0 left in the last 90 days")
        .doesNotContain("NaN");
  }

  private static TrainingResult trainAt(Instant now, List<CustomerHistory> histories) {
    return new Training(PRIOR, SETTINGS)
        .train(histories, PRIOR, now, "learned-1", ProgressListener.unheard());
  }

  @Test
  void progress_goes_from_nothing_to_done() {
    var heard = new ArrayList<Double>();
    var simulated = SimulatedSnapshot.of(World.heating(), 13, 800);
    new Training(PRIOR, SETTINGS)
        .train(
            simulated.histories(),
            PRIOR,
            simulated.asOf(),
            UUID.randomUUID().toString(),
            (share, doing) -> heard.add(share));
    assertThat(heard).isSorted().first().isEqualTo(0.0);
    assertThat(heard.get(heard.size() - 1)).isGreaterThanOrEqualTo(0.7);
  }
}
