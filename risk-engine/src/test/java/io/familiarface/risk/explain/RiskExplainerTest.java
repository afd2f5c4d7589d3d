package io.familiarface.risk.explain;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.HistoryBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RiskExplainerTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  private List<Reason> reasons(HistoryBuilder relation, Duration after) {
    return reasons(engine, relation, relation.lastVisitAt().plus(after));
  }

  private static List<Reason> reasons(RiskEngine engine, HistoryBuilder relation, Instant at) {
    return engine.assess(engine.replay(relation.signals, at), at, wording()).reasons();
  }

  private static Reason the(List<Reason> reasons, ReasonCode code) {
    return reasons.stream().filter(reason -> reason.code() == code).findFirst().orElseThrow();
  }

  /** Untold and a stranger in March, told and introduced in June; the rules look back 180 days. */
  private static HistoryBuilder onceUntoldOnceTold() {
    var relation = HistoryBuilder.monthly().visitsBy("AA").substitute("B").visitsBy("AA");
    return relation
        .visit("C", ChangeReason.ABSENT, Permanence.THIS_VISIT, Answer.YES, Answer.YES)
        .visitsBy("AAAA");
  }

  @Test
  void what_she_was_not_told_of_is_not_mixed_up_with_what_she_was_told_of() {
    var relation = onceUntoldOnceTold();
    var reasons = reasons(relation, Duration.ofDays(20));
    var untold = the(reasons, ReasonCode.CHANGE_WITHOUT_NOTICE);
    assertThat(untold.level()).as("too long ago for the rule").isNull();
    assertThat(untold.text())
        .isEqualTo(
            "Their technician has changed without notice, last on 7 Mar 2025, when B came instead of"
                + " A.");
    assertThat(untold.evidence())
        .containsExactly(new Evidence("visit", relation.visitId(3), relation.visitAt(3)));
    var stranger = the(reasons, ReasonCode.CHANGE_WITHOUT_INTRODUCTION);
    assertThat(stranger.text()).contains("without an introduction, last on 7 Mar 2025, when B");
    assertThat(the(reasons, ReasonCode.TECHNICIAN_CHANGE).text()).contains("when C came");
  }

  @Test
  void a_promise_broken_twice_is_told_once_with_both_days() {
    var relation =
        HistoryBuilder.monthly()
            .promiseBy("A", HistoryBuilder.START)
            .visitsBy("A")
            .substitute("B")
            .breaksPromiseOf("A")
            .visitsBy("A")
            .substitute("C")
            .breaksPromiseOf("A");
    var told = the(reasons(relation, Duration.ofDays(1)), ReasonCode.PROMISE_BROKEN);
    assertThat(told.text())
        .isEqualTo(
            "The promise of 6 Jan 2025 that A would be their technician was broken on 5 Feb 2025,"
                + " when B came, and on 6 Apr 2025, when C came.");
    assertThat(told.evidence())
        .contains(
            new Evidence("visit", relation.visitId(2), relation.visitAt(2)),
            new Evidence("visit", relation.visitId(4), relation.visitAt(4)));
    var longAfter = the(reasons(relation, Duration.ofDays(400)), ReasonCode.PROMISE_BROKEN);
    assertThat(longAfter.level()).isNull();
    assertThat(longAfter.text()).isEqualTo(told.text());
    relation.substitute("B").breaksPromiseOf("A").substitute("C").breaksPromiseOf("A");
    assertThat(the(reasons(relation, Duration.ofDays(1)), ReasonCode.PROMISE_BROKEN).text())
        .endsWith("when C came; 4 times in all.");
  }

  @Test
  void a_past_complaint_and_a_repeated_failure_have_their_days_and_what_they_rest_on() {
    var relation =
        HistoryBuilder.monthly()
            .visitsBy("AA")
            .missed()
            .visitsBy("A")
            .complains("noise", 1)
            .resolved("noise", 3, Answer.UNKNOWN);
    var reasons = reasons(relation, Duration.ofDays(10));
    var complaint = the(reasons, ReasonCode.PAST_COMPLAINT);
    assertThat(complaint.text())
        .isEqualTo(
            "They have complained before, last on 7 Apr 2025; settling it seldom undoes all of it.");
    assertThat(complaint.evidence()).extracting(Evidence::id).containsExactly(id("noise"));
    var again = the(reasons, ReasonCode.REPEATED_FAILURE);
    assertThat(again.text()).contains("last on 7 Apr 2025");
    assertThat(again.evidence())
        .extracting(Evidence::id)
        .containsExactly(relation.visitId(3), id("noise"));
  }

  @Test
  void what_does_not_raise_her_risk_is_no_reason() {
    var relation = HistoryBuilder.monthly().visitsBy("AAAA").mood(Mood.ANGRY);
    for (var call = 1; call <= 4; call++) {
      var at = relation.lastVisitAt().plus(Duration.ofDays(call));
      relation.signals.add(new MoodNoted(id("call " + call), at, Mood.GRATEFUL));
    }
    assertThat(reasons(relation, Duration.ofHours(3)))
        .extracting(Reason::code)
        .contains(ReasonCode.DISTRESS);
    var reconciled = reasons(relation, Duration.ofDays(5));
    assertThat(reconciled).extracting(Reason::code).doesNotContain(ReasonCode.DISTRESS);
    assertThat(reconciled).allMatch(reason -> reason.weight() > 0);
  }

  @Test
  void where_changes_do_not_matter_only_the_rule_that_raised_her_flag_still_speaks_of_them() {
    var indifferent = new EnumMap<Feature, Double>(Feature.class);
    for (var feature : Feature.values()) {
      indifferent.put(feature, feature == Feature.INTERCEPT ? -4.7 : 0);
    }
    var prior = RiskModel.prior();
    var learned =
        new RiskEngine(
            new RiskModel(
                "learned-1",
                RiskModel.Kind.LEARNED,
                HistoryBuilder.START,
                indifferent,
                prior.halfLives(),
                prior.typical(),
                prior.expectations(),
                prior.calibration(),
                prior.promptness()),
            RiskEngineSettings.defaults());
    var relation =
        HistoryBuilder.monthly().visitsBy("AA").substitute("B").visitsBy("A").substitute("C");
    var reasons = reasons(learned, relation, relation.lastVisitAt().plusSeconds(60));
    assertThat(reasons)
        .extracting(Reason::code, Reason::level, Reason::weight)
        .containsExactly(tuple(ReasonCode.REPEATED_TECHNICIAN_CHANGES, FindingLevel.FLAG, 0.0));
  }
}
