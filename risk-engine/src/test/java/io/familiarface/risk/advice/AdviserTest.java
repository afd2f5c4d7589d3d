package io.familiarface.risk.advice;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.HistoryBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.WhatIfAnalysis;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Dorothy, three weeks after the ninth visit; B is the usual technician. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdviserTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
  private final HistoryBuilder dorothy = HistoryBuilder.dorothy();
  private final Instant due = dorothy.visitAt(10);
  private final Instant now = dorothy.visitAt(9).plus(Duration.ofDays(21));
  private final Instant back = due.plus(Duration.ofDays(10));

  private CustomerState today() {
    return engine.replay(dorothy.signals, now);
  }

  private List<Advice> advice(DueVisit next, Map<UUID, Instant> availableFrom) {
    return new Adviser(engine)
        .advise(today(), now, new AdviceConstraints(next, availableFrom), wording());
  }

  private HypotheticalVisit by(String technician) {
    return new HypotheticalVisit(dorothy.agreement, id(technician), due, null, null, null, null);
  }

  private HypotheticalVisit substitute(Answer told) {
    return new HypotheticalVisit(
        dorothy.agreement,
        id("D"),
        due,
        ChangeReason.ABSENT,
        Permanence.THIS_VISIT,
        told,
        Answer.NO);
  }

  private static Advice the(List<Advice> advice, Action action) {
    return advice.stream().filter(one -> one.action() == action).findFirst().orElseThrow();
  }

  @Test
  void her_technician_is_planned_but_away_that_day_so_the_visit_is_better_moved() {
    var advice = advice(DueVisit.planned(by("B")), Map.of(id("B"), back, id("D"), due));
    assertThat(advice.get(0).action()).isEqualTo(Action.MOVE_VISIT_TO_USUAL_TECHNICIAN);
    assertThat(advice.get(0).text())
        .isEqualTo("Move the visit of 3 Oct 2025 to 13 Oct 2025, when B is back.");
    assertThat(advice.get(0).visitAt()).isEqualTo(back);
    assertThat(advice.get(0).technicianId()).isEqualTo(id("B"));
    assertThat(advice).extracting(Advice::action).doesNotContain(Action.KEEP_THE_TECHNICIAN);
    assertThat(the(advice, Action.TELL_BEFOREHAND).text())
        .isEqualTo("Tell them before 3 Oct 2025 that somebody else will come.");
  }

  @Test
  void what_her_absent_technician_is_held_against_is_a_stranger_at_her_door() {
    var away = advice(DueVisit.planned(by("B")), Map.of(id("B"), back)).get(0);
    var presumed =
        new WhatIfAnalysis(engine)
            .ask(
                today(),
                now,
                List.of(
                    new HypotheticalVisit(
                        dorothy.agreement,
                        id("D"),
                        due,
                        ChangeReason.ABSENT,
                        Permanence.THIS_VISIT,
                        null,
                        null)),
                wording());
    assertThat(away.probabilityAsPlanned())
        .isGreaterThan(presumed.before().probability())
        .isLessThanOrEqualTo(presumed.after().probability());
    assertThat(away.probabilityAfter()).isLessThan(away.probabilityAsPlanned() * 0.8);
  }

  @Test
  void nobody_is_told_that_one_will_come_who_has_left() {
    var advice = advice(DueVisit.planned(substitute(Answer.NO)), Map.of(id("B"), back));
    assertThat(advice)
        .noneMatch(one -> one.text().contains(" D "))
        .noneMatch(one -> id("D").equals(one.technicianId()));
    assertThat(advice)
        .extracting(Advice::action)
        .contains(Action.MOVE_VISIT_TO_USUAL_TECHNICIAN)
        .doesNotContain(Action.TELL_AND_INTRODUCE_BEFOREHAND);
  }

  @Test
  void a_visit_that_nobody_is_planned_for_is_given_to_her_technician_when_he_can_come() {
    var open = DueVisit.withoutTechnician(dorothy.agreement, due);
    var keep = the(advice(open, Map.of(id("B"), due)), Action.KEEP_THE_TECHNICIAN);
    assertThat(keep.text()).isEqualTo("Send B, whom they know, on 3 Oct 2025.");
    assertThat(keep.visitAt()).isEqualTo(due);
    var away = advice(open, Map.of(id("B"), back));
    assertThat(away).extracting(Advice::action).doesNotContain(Action.KEEP_THE_TECHNICIAN);
    assertThat(away.get(0).text())
        .isEqualTo("Move the visit of 3 Oct 2025 to 13 Oct 2025, when B is back.");
  }

  @Test
  void with_nothing_planned_the_day_on_which_she_is_due_decides() {
    var next = DueVisit.byCadence(today(), now).orElseThrow();
    assertThat(next.at()).isEqualTo(due);
    assertThat(the(advice(next, Map.of(id("B"), due)), Action.KEEP_THE_TECHNICIAN).text())
        .isEqualTo("Keep sending B, whom they know; their next visit is due about 3 Oct 2025.");
    assertThat(advice(next, Map.of(id("B"), back)).get(0).text())
        .isEqualTo(
            "Let their next visit, due about 3 Oct 2025, wait until 13 Oct 2025, when B is back.");
    var overdue = due.plus(Duration.ofDays(8));
    assertThat(DueVisit.byCadence(today(), overdue).orElseThrow().at()).isEqualTo(overdue);
  }

  @Test
  void when_her_technician_is_planned_and_can_come_nothing_need_be_done_about_the_visit() {
    var advice = advice(DueVisit.planned(by("B")), Map.of(id("B"), due));
    assertThat(advice).extracting(Advice::action).containsExactly(Action.CALL_NOW);
  }

  @Test
  void all_is_measured_at_one_instant_against_the_plan_and_only_what_lowers_it_is_offered() {
    var plan = DueVisit.planned(substitute(Answer.NO));
    var advice = advice(plan, Map.of(id("B"), back, id("D"), due));
    assertThat(advice)
        .extracting(Advice::action)
        .containsExactlyInAnyOrder(
            Action.MOVE_VISIT_TO_USUAL_TECHNICIAN,
            Action.TELL_AND_INTRODUCE_BEFOREHAND,
            Action.TELL_BEFOREHAND,
            Action.CALL_NOW);
    assertThat(advice).extracting(Advice::at).containsOnly(advice.get(0).at());
    assertThat(advice.get(0).at()).isAfterOrEqualTo(back);
    assertThat(advice)
        .extracting(Advice::probabilityAsPlanned)
        .containsOnly(advice.get(0).probabilityAsPlanned());
    assertThat(advice)
        .allMatch(one -> one.probabilityAfter() < one.probabilityAsPlanned())
        .isSortedAccordingTo((a, b) -> Double.compare(a.probabilityAfter(), b.probabilityAfter()));
  }

  @Test
  void to_tell_her_helps_less_than_to_introduce_him_too_and_is_not_offered_twice() {
    var who = Map.of(id("B"), back, id("D"), due);
    var untold = advice(DueVisit.planned(substitute(Answer.NO)), who);
    assertThat(the(untold, Action.TELL_BEFOREHAND).text())
        .isEqualTo("Tell them before 3 Oct 2025 that D will come.");
    assertThat(the(untold, Action.TELL_BEFOREHAND).probabilityAfter())
        .isGreaterThan(the(untold, Action.TELL_AND_INTRODUCE_BEFOREHAND).probabilityAfter());
    var told = advice(DueVisit.planned(substitute(Answer.YES)), who);
    assertThat(told).extracting(Advice::action).doesNotContain(Action.TELL_BEFOREHAND);
  }
}
