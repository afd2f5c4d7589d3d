package io.familiarface.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.backtest.BackTestReport.Baselines;
import io.familiarface.risk.backtest.BackTestReport.FlagIntervals;
import io.familiarface.risk.backtest.BackTestReport.FlagsByCall;
import io.familiarface.risk.metrics.Interval;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackTestVerdictTest {

  private static final Interval SOME = new Interval(0.1, 0.05, 0.2);

  private static String words(Interval lift, Interval liftByRuleAlone) {
    return words(lift, liftByRuleAlone, new FlagsByCall(0, Interval.unknown(), 9, SOME));
  }

  private static String words(Interval lift, Interval liftByRuleAlone, FlagsByCall calls) {
    var baselines = new Baselines(null, SOME, SOME, SOME, List.of());
    var flags = new FlagIntervals(SOME, SOME, SOME, SOME, SOME, lift, liftByRuleAlone);
    return new BackTestVerdict(new Interval(0.7, 0.65, 0.75), baselines, flags, calls, null)
        .words();
  }

  @Test
  void a_flag_that_surely_lifts_is_praised_with_its_interval() {
    var sure = new Interval(2.1, 1.6, 2.7);
    assertThat(words(sure, sure))
        .endsWith(
            "A flagged customer leaves 2.1 times as often as customers do on average (95 %: 1.6 to"
                + " 2.7).");
  }

  @Test
  void one_that_surely_does_not_is_worth_nothing() {
    var none = new Interval(1.0, 0.8, 1.2);
    assertThat(words(none, none)).contains("Its flag is worth nothing here");
    assertThat(words(new Interval(2.1, 1.6, 2.7), none))
        .endsWith("Flags that a rule alone raised are worth nothing here.");
    assertThat(words(new Interval(2.1, 1.6, 2.7), new Interval(1.2, 0.9, 1.5)))
        .endsWith("That flags which a rule alone raised are worth anything is not shown.");
  }

  @Test
  void whoever_was_called_and_stayed_is_no_false_alarm() {
    var sure = new Interval(2.1, 1.6, 2.7);
    var half = new Interval(0.5, 0.3, 0.7);
    assertThat(words(sure, sure, new FlagsByCall(20, SOME, 40, half)))
        .endsWith(
            "Of 20 flags under which the customer was called 10 % left, and who stayed may have been"
                + " kept by it. Of the 40 under which nobody was, 50 % left.");
    assertThat(words(sure, sure, new FlagsByCall(20, SOME, 0, Interval.unknown())))
        .endsWith("kept by it.");
  }

  @Test
  void what_may_be_chance_is_neither_praised_nor_condemned() {
    var unsure = new Interval(1.2, 0.7, 1.9);
    assertThat(words(unsure, unsure))
        .contains("that may be chance (95 %: 0.7 to 1.9)")
        .contains("does not show that the flag is worth anything")
        .doesNotContain("worth nothing");
  }
}
