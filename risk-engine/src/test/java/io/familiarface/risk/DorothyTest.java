package io.familiarface.risk;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.HistoryBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.advice.Action;
import io.familiarface.risk.advice.Advice;
import io.familiarface.risk.advice.AdviceConstraints;
import io.familiarface.risk.advice.Adviser;
import io.familiarface.risk.advice.DueVisit;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.Band;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.state.FlagState;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.WhatIfAnalysis;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DorothyTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
  private final HistoryBuilder dorothy = HistoryBuilder.dorothy();

  private Assessment after(int visits) {
    return asOf(dorothy.visitAt(visits).plusSeconds(60));
  }

  private Assessment asOf(Instant instant) {
    return engine.assess(engine.replay(dorothy.signals, instant), instant, wording());
  }

  private CustomerState beforeTheTenthVisit() {
    return engine.replay(dorothy.signals, dorothy.visitAt(9).plusSeconds(86_400));
  }

  private HypotheticalVisit tenthBy(String technician, Instant at) {
    return new HypotheticalVisit(
        dorothy.agreement,
        id(technician),
        at,
        technician.equals("B") ? null : ChangeReason.ABSENT,
        technician.equals("B") ? null : Permanence.THIS_VISIT,
        Answer.NO,
        Answer.NO);
  }

  @Test
  void nobody_worries_while_the_technician_who_promised_comes() {
    assertThat(after(2).flagged()).isFalse();
    assertThat(after(2).band()).isEqualTo(Band.LOW);
  }

  @Test
  void she_is_flagged_when_the_third_technician_has_been_and_still_when_the_fourth_comes() {
    for (var visit = 6; visit <= 10; visit++) {
      assertThat(after(visit).flagged()).as("after visit " + visit).isTrue();
    }
    assertThat(after(6).band()).isEqualTo(Band.HIGH);
  }

  @Test
  void each_reason_names_the_visits_and_promises_it_rests_on() {
    var reasons = after(6).reasons();
    assertThat(reasons)
        .extracting(Reason::code)
        .contains(
            ReasonCode.REPEATED_TECHNICIAN_CHANGES,
            ReasonCode.PROMISE_BROKEN,
            ReasonCode.CHANGE_WITHOUT_NOTICE);
    assertThat(reasons).allSatisfy(reason -> assertThat(reason.evidence()).isNotEmpty());
    var promise = reason(reasons, ReasonCode.PROMISE_BROKEN);
    assertThat(promise.text())
        .contains("The promise of 7 Mar 2025 that B would be their technician was broken on")
        .contains("when C came");
    assertThat(promise.evidence())
        .contains(new Evidence("promise", id("promise of B"), dorothy.visitAt(6)))
        .contains(new Evidence("visit", dorothy.visitId(6), dorothy.visitAt(6)));
    assertThat(reason(reasons, ReasonCode.REPEATED_TECHNICIAN_CHANGES).text())
        .isEqualTo(
            "2 technician changes within 180 days: on 7 Mar 2025 B came instead of A, who has left"
                + " the company; on 5 Jun 2025 C came instead of B, who was away.");
  }

  @Test
  void sending_a_fourth_technician_raises_the_risk_and_waiting_for_hers_lowers_it() {
    var now = dorothy.visitAt(9).plus(Duration.ofDays(20));
    var due = dorothy.visitAt(10);
    var byD =
        new WhatIfAnalysis(engine)
            .ask(beforeTheTenthVisit(), now, List.of(tenthBy("D", due)), wording());
    var byB =
        new WhatIfAnalysis(engine)
            .ask(
                beforeTheTenthVisit(),
                now,
                List.of(tenthBy("B", due.plus(Duration.ofDays(7)))),
                wording());
    assertThat(byD.technicianChange()).isTrue();
    assertThat(byD.promisesBroken())
        .containsExactlyInAnyOrder(id("promise of A"), id("promise of B"));
    assertThat(byD.after().probability()).isGreaterThan(byD.before().probability() + 0.05);
    assertThat(byB.after().probability()).isLessThan(byB.before().probability());
    assertThat(byB.promisesBroken()).isEmpty();
    assertThat(byD.before().asOf()).isEqualTo(byD.after().asOf()).isEqualTo(due);
  }

  @Test
  void what_would_help_is_to_wait_until_her_technician_is_back() {
    var now = dorothy.visitAt(9).plus(Duration.ofDays(20));
    var due = dorothy.visitAt(10);
    var back = due.plus(Duration.ofDays(7));
    var possible =
        new AdviceConstraints(
            DueVisit.planned(tenthBy("D", due)), Map.of(id("B"), back, id("C"), due, id("D"), due));
    var advice = new Adviser(engine).advise(beforeTheTenthVisit(), now, possible, wording());
    assertThat(advice.get(0).action()).isEqualTo(Action.MOVE_VISIT_TO_USUAL_TECHNICIAN);
    assertThat(advice.get(0).text())
        .isEqualTo("Move the visit of 3 Oct 2025 to 10 Oct 2025, when B is back.");
    assertThat(advice.get(0).visitAt()).isEqualTo(back);
    assertThat(advice).extracting(Advice::action).contains(Action.TELL_AND_INTRODUCE_BEFOREHAND);
    assertThat(advice)
        .isSortedAccordingTo((a, b) -> Double.compare(a.probabilityAfter(), b.probabilityAfter()));
  }

  @Test
  void a_technician_who_has_left_is_never_offered() {
    var due = dorothy.visitAt(10);
    var possible = new AdviceConstraints(DueVisit.planned(tenthBy("D", due)), Map.of(id("D"), due));
    var advice = new Adviser(engine).advise(beforeTheTenthVisit(), due, possible, wording());
    assertThat(advice)
        .extracting(Advice::action)
        .doesNotContain(Action.MOVE_VISIT_TO_USUAL_TECHNICIAN)
        .contains(Action.TELL_AND_INTRODUCE_BEFOREHAND);
  }

  @Test
  void after_the_cancellation_the_flag_reads_lost_with_its_lead() {
    dorothy.cancels(2);
    var gone = asOf(dorothy.lastVisitAt().plus(Duration.ofDays(1)));
    assertThat(gone.standing()).isEqualTo(CustomerStatus.CANCELLED);
    assertThat(gone.flagged()).isFalse();
    assertThat(gone.probability()).isZero();
    assertThat(gone.flags()).hasSize(1);
    var flag = gone.flags().get(0);
    assertThat(flag.state()).isEqualTo(FlagState.LOST);
    assertThat(flag.raisedAt()).isEqualTo(dorothy.visitAt(3));
    assertThat(flag.leadDays()).isEqualTo(210);
    assertThat(flag.leadVisits()).isEqualTo(7);
    assertThat(flag.modelVersion()).isEqualTo("prior-1");
  }

  @Test
  void grace_is_never_flagged() {
    var grace = HistoryBuilder.grace();
    for (var visit = 1; visit <= 10; visit++) {
      var then = grace.visitAt(visit).plusSeconds(60);
      var assessment = engine.assess(engine.replay(grace.signals, then), then, wording());
      assertThat(assessment.flagged()).as("after visit " + visit).isFalse();
      assertThat(assessment.band()).isEqualTo(Band.LOW);
    }
    var end = grace.lastVisitAt();
    assertThat(engine.replay(grace.signals, end).changes()).isZero();
    assertThat(engine.replay(grace.signals, end).promises()).isEmpty();
  }

  private static Reason reason(List<Reason> reasons, ReasonCode code) {
    return reasons.stream().filter(reason -> reason.code() == code).findFirst().orElseThrow();
  }
}
