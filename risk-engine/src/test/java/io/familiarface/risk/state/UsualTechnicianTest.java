package io.familiarface.risk.state;

import static io.familiarface.risk.HistoryBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.technicianchange.Permanence;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsualTechnicianTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  private CustomerState after(HistoryBuilder relation) {
    return engine.replay(relation.signals);
  }

  private static Object usual(CustomerState state) {
    return state.agreements().get(0).usual();
  }

  @Test
  void a_substitute_is_a_change_and_the_usual_technicians_return_is_none() {
    var state = after(HistoryBuilder.monthly().visitsBy("AA").substitute("B").visitsBy("A"));
    assertThat(state.changes()).isEqualTo(1);
    assertThat(usual(state)).isEqualTo(id("A"));
    assertThat(state.inRow()).isEqualTo(1);
  }

  @Test
  void a_newcomer_for_good_is_a_change_once_and_usual_from_then_on() {
    var state =
        after(
            HistoryBuilder.monthly()
                .visitsBy("AA")
                .handover("B", Answer.NO, Answer.NO)
                .visitsBy("BBB"));
    assertThat(state.changes()).isEqualTo(1);
    assertThat(usual(state)).isEqualTo(id("B"));
    assertThat(state.inRow()).isEqualTo(3);
  }

  @Test
  void a_hand_over_that_was_told_and_introduced_is_no_change() {
    var state =
        after(
            HistoryBuilder.monthly()
                .visitsBy("AA")
                .handover("B", Answer.YES, Answer.YES)
                .visitsBy("B"));
    assertThat(state.changes()).isZero();
    assertThat(usual(state)).isEqualTo(id("B"));
    assertThat(state.inRow()).isEqualTo(4);
  }

  @Test
  void told_without_being_introduced_or_introduced_for_one_visit_is_still_a_change() {
    var told = HistoryBuilder.monthly().visitsBy("A").handover("B", Answer.YES, Answer.NO);
    var unknown = HistoryBuilder.monthly().visitsBy("A").handover("B", Answer.YES, Answer.UNKNOWN);
    var once =
        HistoryBuilder.monthly()
            .visitsBy("A")
            .visit("B", ChangeReason.ABSENT, Permanence.THIS_VISIT, Answer.YES, Answer.YES);
    for (var relation : List.of(told, unknown, once)) {
      assertThat(after(relation).changes()).isEqualTo(1);
    }
  }

  @Test
  void what_the_customer_asked_for_is_no_change() {
    var once =
        after(
            HistoryBuilder.monthly()
                .visitsBy("A")
                .visit(
                    "B",
                    ChangeReason.CUSTOMER_REQUEST,
                    Permanence.THIS_VISIT,
                    Answer.UNKNOWN,
                    Answer.UNKNOWN));
    assertThat(once.changes()).isZero();
    assertThat(usual(once)).isEqualTo(id("A"));
    var forGood =
        after(
            HistoryBuilder.monthly()
                .visitsBy("A")
                .visit(
                    "B",
                    ChangeReason.CUSTOMER_REQUEST,
                    Permanence.FOR_GOOD,
                    Answer.UNKNOWN,
                    Answer.UNKNOWN)
                .visitsBy("B"));
    assertThat(forGood.changes()).isZero();
    assertThat(usual(forGood)).isEqualTo(id("B"));
  }

  @Test
  void an_undeclared_newcomer_is_a_change_and_usual_only_if_he_is_the_one_who_keeps_coming() {
    var once = after(HistoryBuilder.monthly().visitsBy("AABA"));
    assertThat(once.changes()).isEqualTo(1);
    assertThat(usual(once)).isEqualTo(id("A"));
    var stays = after(HistoryBuilder.monthly().visitsBy("AABBB"));
    assertThat(stays.changes()).isEqualTo(1);
    assertThat(usual(stays)).isEqualTo(id("B"));
  }

  @Test
  void one_who_is_known_to_come_for_this_visit_only_stays_a_stranger() {
    var state = after(HistoryBuilder.monthly().visitsBy("AA").substitute("B").substitute("B"));
    assertThat(state.changes()).isEqualTo(2);
    assertThat(usual(state)).isEqualTo(id("A"));
  }

  @Test
  void without_a_named_technician_the_first_to_come_is_usual() {
    var relation = HistoryBuilder.monthly();
    relation.signals.set(
        0, new AgreementStarted(relation.agreement, HistoryBuilder.START, null, 30));
    var state = after(relation.visitsBy("CC"));
    assertThat(usual(state)).isEqualTo(id("C"));
    assertThat(state.changes()).isZero();
  }

  @Test
  void a_newcomer_who_turned_out_to_be_usual_does_not_break_the_old_promise_every_time() {
    var relation = HistoryBuilder.monthly().promiseBy("A", HistoryBuilder.START).visitsBy("AA");
    for (var visit = 0; visit < 3; visit++) {
      relation.visit("B").breaksPromiseOf("A");
    }
    assertThat(after(relation).breaches()).hasSize(1);
    relation.substitute("C").breaksPromiseOf("A");
    assertThat(after(relation).breaches()).hasSize(2);
  }

  @Test
  void a_visit_by_another_at_her_request_ends_the_run_unless_it_is_for_good() {
    for (var permanence : Permanence.values()) {
      var relation =
          HistoryBuilder.monthly()
              .visitsBy("AAA")
              .visit(
                  "B", ChangeReason.CUSTOMER_REQUEST, permanence, Answer.UNKNOWN, Answer.UNKNOWN);
      var forGood = permanence == Permanence.FOR_GOOD;
      assertThat(after(relation).inRow()).as("%s", permanence).isEqualTo(forGood ? 3 : 0);
      assertThat(after(relation.visitsBy(forGood ? "BBB" : "AAA")).inRow())
          .isEqualTo(forGood ? 6 : 3);
    }
  }

  @Test
  void the_return_of_the_usual_technician_is_no_change_though_the_newcomer_was_planned() {
    var relation = HistoryBuilder.monthly().visitsBy("AAB");
    relation.signals.add(planned(relation, 4, "A", "B", ChangeReason.OTHER));
    var state = after(relation);
    assertThat(state.changes()).isEqualTo(1);
    assertThat(usual(state)).isEqualTo(id("A"));
    assertThat(state.inRow()).isEqualTo(1);
    assertThat(state.agreements().get(0).tenure()).isEqualTo(3);
  }

  @Test
  void a_change_that_is_declared_on_every_visit_is_a_change_on_every_visit() {
    var relation = HistoryBuilder.monthly().visitsBy("AA");
    for (var visit = 3; visit <= 5; visit++) {
      relation.signals.add(planned(relation, visit, "B", "A", ChangeReason.ABSENT));
    }
    var state = after(relation);
    assertThat(state.changes()).isEqualTo(3);
    assertThat(usual(state)).isEqualTo(id("A"));
    var withoutReason = HistoryBuilder.monthly().visitsBy("AA");
    for (var visit = 3; visit <= 5; visit++) {
      withoutReason.signals.add(planned(withoutReason, visit, "B", "A", ChangeReason.NONE));
    }
    assertThat(after(withoutReason).changes()).isEqualTo(3);
  }

  @Test
  void a_newcomer_whom_the_agreement_now_plans_for_has_become_usual() {
    var relation = HistoryBuilder.monthly().visitsBy("AA");
    relation.signals.add(planned(relation, 3, "B", "A", ChangeReason.OTHER));
    relation.signals.add(planned(relation, 4, "B", "B", ChangeReason.NONE));
    relation.signals.add(planned(relation, 5, "C", "B", ChangeReason.ABSENT));
    var state = after(relation);
    assertThat(usual(state)).isEqualTo(id("B"));
    assertThat(state.recentChanges())
        .extracting(TechnicianChange::usual)
        .containsExactly(id("A"), id("B"));
  }

  private static VisitCompleted planned(
      HistoryBuilder relation, int number, String came, String planned, ChangeReason reason) {
    return new VisitCompleted(
        relation.visitId(number),
        relation.agreement,
        relation.visitAt(number),
        id(came),
        id(planned),
        reason,
        Permanence.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Answer.YES);
  }
}
