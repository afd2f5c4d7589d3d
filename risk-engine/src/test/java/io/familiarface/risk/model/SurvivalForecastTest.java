package io.familiarface.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SurvivalForecastTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  private double after(HistoryBuilder relation) {
    var state = engine.replay(relation.signals);
    return engine.score(state, relation.lastVisitAt().plusSeconds(60)).probability();
  }

  private static HistoryBuilder settled() {
    return HistoryBuilder.monthly().visitsBy("AAAAAA");
  }

  private static HistoryBuilder change(Permanence permanence, Answer told, Answer introduced) {
    return settled().visit("B", ChangeReason.REASSIGNED, permanence, told, introduced);
  }

  @Test
  void before_anything_has_happened_the_answer_is_the_prior() {
    var score = engine.score(engine.start(), HistoryBuilder.START);
    assertThat(score.standing()).isEqualTo(CustomerStatus.PROSPECT);
    assertThat(score.probability()).isBetween(0.02, 0.06);
    assertThat(score.flagged()).isFalse();
  }

  @Test
  void a_quarterly_customer_has_fewer_visits_to_leave_at_than_a_monthly_one() {
    var monthly = after(HistoryBuilder.monthly().visitsBy("AAAAAA"));
    var quarterly = after(HistoryBuilder.every(91).visitsBy("AAAAAA"));
    assertThat(quarterly).isLessThan(monthly);
  }

  @Test
  void telling_and_introducing_beforehand_lowers_what_a_change_costs() {
    var once = Permanence.THIS_VISIT;
    var neither = after(change(once, Answer.NO, Answer.NO));
    var unknown = after(change(once, Answer.UNKNOWN, Answer.UNKNOWN));
    var told = after(change(once, Answer.YES, Answer.NO));
    var both = after(change(once, Answer.YES, Answer.YES));
    var none = after(settled().visit("A"));
    assertThat(neither).isGreaterThan(unknown).isGreaterThan(told);
    assertThat(unknown).isGreaterThan(both);
    assertThat(told).isGreaterThan(both);
    assertThat(both).isGreaterThan(none);
  }

  @Test
  void a_broken_promise_is_worse_than_the_change_that_broke_it() {
    var change = after(settled().substitute("B"));
    var promised =
        settled().promiseBy("A", HistoryBuilder.START).substitute("B").breaksPromiseOf("A");
    assertThat(after(promised)).isGreaterThan(change * 1.5);
  }

  @Test
  void a_second_failure_costs_more_than_the_first() {
    var none = Logistic.logit(after(settled().visitsBy("AA")));
    var one = Logistic.logit(after(settled().substitute("B").visitsBy("A")));
    var first = Logistic.logit(after(settled().visitsBy("A").substitute("B")));
    var second = Logistic.logit(after(settled().substitute("B").substitute("C")));
    assertThat(second - one).isGreaterThan((first - none) * 0.9);
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void hurt_fades_with_time() {
    var relation = settled().substitute("B");
    var state = engine.replay(relation.signals);
    var soon = engine.score(state, relation.lastVisitAt().plus(Duration.ofDays(35)));
    var later = engine.score(state, relation.lastVisitAt().plus(Duration.ofDays(400)));
    assertThat(later.probability()).isLessThan(soon.probability());
  }

  @Test
  void another_horizon_is_another_probability_and_the_same_flag() {
    var dorothy = HistoryBuilder.dorothy();
    var state = engine.replay(dorothy.signals);
    var at = dorothy.lastVisitAt();
    var month = engine.assess(state, at, 30, HistoryBuilder.wording());
    var year = engine.assess(state, at, 365, HistoryBuilder.wording());
    assertThat(month.probability()).isLessThan(year.probability());
    assertThat(month.flagged()).isEqualTo(year.flagged()).isTrue();
    assertThat(month.band()).isEqualTo(year.band());
    assertThatThrownBy(() -> engine.assess(state, at, 0, HistoryBuilder.wording()))
        .hasMessageContaining("between 1 and 730");
    assertThatThrownBy(() -> engine.assess(state, at, 5_000, HistoryBuilder.wording()))
        .hasMessageContaining("between 1 and 730");
  }

  @Test
  void whoever_is_new_is_not_sure_to_leave_because_they_are_visited_every_day() {
    for (int days : new int[] {30, 90, 365}) {
      var weekly = ofSomebodyNew(7, days);
      var threeAWeek = ofSomebodyNew(7.0 / 3, days);
      var daily = ofSomebodyNew(1, days);
      assertThat(weekly).isLessThan(threeAWeek);
      assertThat(threeAWeek).isLessThan(daily);
      assertThat(daily).isLessThan(4 * weekly);
    }
    assertThat(ofSomebodyNew(1, 90)).isBetween(0.15, 0.35);
  }

  private static double ofSomebodyNew(double intervalDays, int horizonDays) {
    var settings = RiskEngineSettings.defaults().withHorizon(horizonDays);
    var relation = HistoryBuilder.every(intervalDays);
    var company = new RiskEngine(RiskModel.prior(), settings);
    return company.score(company.replay(relation.signals), HistoryBuilder.START).probability();
  }

  @Test
  void promptness_is_read_off_straight_lines_between_its_points() {
    var promptness = CancellationTiming.prior();
    assertThat(promptness.by(0)).isZero();
    assertThat(promptness.by(0.05)).isCloseTo(Math.sqrt(0.05), within(1e-12));
    assertThat(promptness.by(0.9)).isBetween(Math.sqrt(0.8), 1.0);
    assertThat(promptness.by(7)).isEqualTo(1);
  }

  @Test
  void who_names_no_horizon_means_the_companys_own() {
    var month = RiskEngineSettings.defaults().withHorizon(30);
    var relation = HistoryBuilder.dorothy();
    var now = relation.lastVisitAt();
    var state = engine.replay(relation.signals);
    var own = new RiskEngine(RiskModel.prior(), month).assess(state, now, HistoryBuilder.wording());
    assertThat(own.horizonDays()).isEqualTo(30);
    assertThat(own.probability())
        .isEqualTo(engine.assess(state, now, 30, HistoryBuilder.wording()).probability());
  }
}
