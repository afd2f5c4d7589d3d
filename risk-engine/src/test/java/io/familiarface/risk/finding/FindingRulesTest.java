package io.familiarface.risk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.BurnedBefore;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.Surprised;
import io.familiarface.technicianchange.Permanence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingRulesTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
  private final FindingRules findings = new FindingRules(FindingSettings.defaults());

  private List<Finding> all(HistoryBuilder relation, int daysLater) {
    var state = engine.replay(relation.signals);
    return findings.of(state, EpochMicros.plusDays(state.lastAt(), daysLater));
  }

  private Optional<String> text(HistoryBuilder relation, ReasonCode code) {
    return all(relation, 0).stream()
        .filter(finding -> finding.code() == code)
        .map(finding -> finding.text().apply(HistoryBuilder.wording()))
        .findFirst();
  }

  private List<ReasonCode> codes(HistoryBuilder relation, int daysLater) {
    return all(relation, daysLater).stream().map(Finding::code).toList();
  }

  @Test
  void a_contented_customer_gives_nothing_to_say() {
    assertThat(codes(HistoryBuilder.monthly().visitsBy("AAAA").csat(5), 0)).isEmpty();
  }

  @Test
  void not_knowing_whether_she_was_told_is_no_finding() {
    var unknown = HistoryBuilder.monthly().visitsBy("AA").visit("B");
    assertThat(codes(unknown, 0)).isEmpty();
    var known = HistoryBuilder.monthly().visitsBy("AA").substitute("B");
    assertThat(codes(known, 0))
        .containsExactly(ReasonCode.CHANGE_WITHOUT_NOTICE, ReasonCode.CHANGE_WITHOUT_INTRODUCTION);
    assertThat(codes(known, 181)).isEmpty();
  }

  @Test
  void told_but_not_introduced_is_only_the_latter() {
    var relation =
        HistoryBuilder.monthly()
            .visitsBy("AA")
            .visit("B", ChangeReason.ABSENT, Permanence.THIS_VISIT, Answer.YES, Answer.NO);
    assertThat(text(relation, ReasonCode.CHANGE_WITHOUT_INTRODUCTION))
        .contains(
            "The new technician was not introduced to them: on 7 Mar 2025 B came instead of A, who"
                + " was away.");
    assertThat(text(relation, ReasonCode.CHANGE_WITHOUT_NOTICE)).isEmpty();
  }

  @Test
  void a_missed_visit_is_named_by_its_day() {
    assertThat(text(HistoryBuilder.monthly().visitsBy("A").missed(), ReasonCode.MISSED_VISIT))
        .contains("Nobody came on 5 Feb 2025.");
  }

  @Test
  void an_open_complaint_speaks_until_it_is_settled() {
    var relation = HistoryBuilder.monthly().visitsBy("A").complains("mice", 2);
    assertThat(text(relation, ReasonCode.OPEN_COMPLAINT))
        .contains("A complaint has been open since 8 Jan 2025.");
    assertThat(codes(relation.resolved("mice", 4, Answer.YES), 0)).isEmpty();
  }

  @Test
  void a_low_and_a_falling_mark_are_two_things() {
    var low = HistoryBuilder.monthly().visitsBy("A").csat(2);
    assertThat(text(low, ReasonCode.LOW_SATISFACTION))
        .contains("Their last mark, on 7 Jan 2025, was 2.0 of 5.");
    assertThat(codes(low, 0)).doesNotContain(ReasonCode.FALLING_SATISFACTION);
    var falling =
        HistoryBuilder.monthly().visitsBy("A").csat(5).visitsBy("A").csat(5).visit("A").csat(3);
    assertThat(codes(falling, 0)).containsExactly(ReasonCode.FALLING_SATISFACTION);
  }

  @Test
  void silence_needs_three_unanswered_requests_and_time_to_answer() {
    var relation = HistoryBuilder.monthly().visit("A").asked().visit("A").asked();
    assertThat(codes(relation, 30)).isEmpty();
    relation.visit("A").asked();
    assertThat(codes(relation, 13)).isEmpty();
    assertThat(codes(relation, 14)).containsExactly(ReasonCode.SILENCE);
    assertThat(codes(relation.csat(4), 14)).isEmpty();
  }

  @Test
  void distress_surprise_and_an_old_wound_are_watched() {
    var relation = HistoryBuilder.monthly().visit("A").mood(Mood.DISTRESSED);
    relation.signals.add(new Surprised(HistoryBuilder.id("s"), relation.lastVisitAt()));
    relation.signals.add(new BurnedBefore(HistoryBuilder.id("customer"), HistoryBuilder.START));
    assertThat(all(relation, 1))
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(FindingLevel.WATCH))
        .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.SURPRISE, ReasonCode.BURNED_BEFORE, ReasonCode.DISTRESS);
  }
}
