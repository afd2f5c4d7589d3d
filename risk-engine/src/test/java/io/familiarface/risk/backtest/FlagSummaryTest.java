package io.familiarface.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.metrics.BootstrapSamples;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagSummaryTest {

  private static final Instant FROM = HistoryBuilder.day("2025-01-06");
  private static final Instant TO = day(365);

  private List<Integer> calls = List.of();
  private final List<FlagTimeline> lives = new ArrayList<>();
  private final OriginPredictions judged = new OriginPredictions(90);

  private static Instant day(int number) {
    return FROM.plus(Duration.ofDays(number));
  }

  private static Flag lost(int raised, int ended) {
    return new Flag(
        FlagState.LOST,
        day(raised),
        List.of(ReasonCode.PROMISE_BROKEN),
        "prior-1",
        null,
        day(ended),
        ended - raised,
        1);
  }

  private static Flag open(int raised) {
    return new Flag(FlagState.RAISED, day(raised), List.of(), "prior-1", null, null, null, null);
  }

  private void customer(List<Flag> flags, List<Integer> changes, Integer... cancellations) {
    var number = lives.size();
    lives.add(
        new FlagTimeline(
            number,
            300,
            flags,
            changes.stream().map(FlagSummaryTest::day).toList(),
            List.of(cancellations).stream().map(FlagSummaryTest::day).toList(),
            calls.stream().map(FlagSummaryTest::day).toList()));
    var left = cancellations.length > 0;
    judged.add(
        new OriginPredictions.OriginPrediction(
            0, number, 0.1, 0.1, 0, 0, left ? Math.max(0, cancellations[0]) : 365, left));
  }

  private FlagSummary summary() {
    return new FlagSummary(lives, FROM, TO, judged, new BootstrapSamples(lives.size()));
  }

  @Test
  void flags_under_which_the_customer_was_called_are_told_apart() {
    calls = List.of(15);
    customer(List.of(open(10)), List.of());
    customer(List.of(lost(10, 60)), List.of(), 60);
    calls = List.of(61, 5);
    customer(List.of(lost(10, 60)), List.of(), 60);
    calls = List.of();
    customer(List.of(open(10)), List.of());
    customer(List.of(open(10)), List.of());
    var byCall = summary().byCall();
    assertThat(byCall.called()).isEqualTo(2);
    assertThat(byCall.leftThough().value()).isEqualTo(0.5);
    assertThat(byCall.notCalled()).as("too early, or when they had left, is no call").isEqualTo(3);
    assertThat(byCall.left().value()).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void a_cancellation_under_a_flag_from_before_the_window_is_found_in_time() {
    customer(List.of(lost(-30, 20)), List.of(), 20);
    customer(List.of(), List.of(), 40);
    var record = summary().record();
    assertThat(record.recall()).isEqualTo(0.5);
    assertThat(record.medianLeadDays()).isEqualTo(50);
    assertThat(record.raised()).isZero();
    assertThat(record.precision()).isNull();
  }

  @Test
  void two_flags_that_end_by_one_cancellation_are_one_that_was_found() {
    customer(List.of(lost(10, 100), lost(80, 100)), List.of(), 100);
    customer(List.of(), List.of(), 120);
    customer(List.of(), List.of(), 130);
    var record = summary().record();
    assertThat(record.recall()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(record.medianLeadDays()).as("of the flag that stood").isEqualTo(20);
    assertThat(record.raised()).isEqualTo(2);
    assertThat(record.precision()).as("the first came true in time too").isEqualTo(1);
  }

  @Test
  void each_of_two_cancellations_of_a_customer_counts() {
    customer(List.of(lost(10, 50)), List.of(), 50, 200);
    assertThat(summary().record().recall()).isEqualTo(0.5);
  }

  @Test
  void a_flag_is_followed_by_what_comes_after_it_not_by_an_earlier_cancellation() {
    customer(List.of(open(100)), List.of(), 50);
    customer(List.of(open(100)), List.of(), 20, 150);
    assertThat(summary().record().precision()).isEqualTo(0.5);
  }

  @Test
  void an_alert_of_who_counts_changes_is_raised_once_until_the_number_is_reached_anew() {
    customer(List.of(), List.of(-10, 5, 30, 250), 60);
    customer(List.of(), List.of(5), 200);
    var twice = summary().countingChanges().get(1);
    assertThat(twice.changes()).isEqualTo(2);
    assertThat(twice.raised()).isEqualTo(1);
    assertThat(twice.precision().value()).isEqualTo(1);
    assertThat(twice.recall().value()).isEqualTo(0.5);
    assertThat(twice.alertsPer100CustomerMonths()).isCloseTo(100 / (600 / 30.44), within(1e-9));
    var once = summary().countingChanges().get(0);
    assertThat(once.raised()).as("the first customer's began before, and again").isEqualTo(2);
  }

  @Test
  void the_lift_of_the_flag_is_its_precision_against_the_rate_of_leaving_with_an_interval() {
    for (var i = 0; i < 100; i++) {
      customer(List.of(lost(10, 60)), List.of(), 60);
      customer(List.of(open(10)), List.of());
      customer(List.of(), List.of());
      customer(List.of(), List.of());
    }
    var lift = summary().intervals().lift();
    assertThat(lift.value()).isEqualTo(2);
    assertThat(lift.from()).isBetween(1.6, 2.0);
    assertThat(lift.to()).isBetween(2.0, 2.5);
    var lead = summary().intervals().medianLeadDays();
    assertThat(List.of(lead.from(), lead.value(), lead.to())).containsOnly(50.0);
  }
}
