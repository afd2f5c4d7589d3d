package io.familiarface.technicianchange;

import static io.familiarface.technicianchange.VisitOutcome.BY_USUAL;
import static io.familiarface.technicianchange.VisitOutcome.HANDED_OVER;
import static io.familiarface.technicianchange.VisitOutcome.REQUESTED_FOR_GOOD;
import static io.familiarface.technicianchange.VisitOutcome.REQUESTED_ONCE;
import static io.familiarface.technicianchange.VisitOutcome.TECHNICIAN_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsualTechnicianTest {

  private final List<VisitOutcome> outcomes = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private UsualTechnician<String> usual = UsualTechnician.startingWith("A");

  private void visit(CompletedVisit<String> visit) {
    var step = usual.after(visit);
    assertThat(step.outcome()).isEqualTo(usual.outcomeOf(visit));
    outcomes.add(step.outcome());
    expected.add(step.expected());
    usual = step.usual();
  }

  /** Nobody said anything but who came. */
  private static CompletedVisit<String> by(String came) {
    return new CompletedVisit<>(came, null, false, false, Permanence.UNKNOWN, false, false);
  }

  private static CompletedVisit<String> instead(
      String came, String planned, Permanence permanence) {
    return new CompletedVisit<>(came, planned, true, false, permanence, false, false);
  }

  private static CompletedVisit<String> forGood(String came, boolean told, boolean introduced) {
    return new CompletedVisit<>(came, "A", true, false, Permanence.FOR_GOOD, told, introduced);
  }

  private static CompletedVisit<String> requested(String came, Permanence permanence) {
    return new CompletedVisit<>(came, "A", true, true, permanence, false, false);
  }

  @Test
  void the_agreements_own_technician_is_usual() {
    visit(by("A"));
    assertThat(outcomes).containsExactly(BY_USUAL);
    assertThat(usual.usual()).isEqualTo("A");
  }

  @Test
  void where_an_agreement_names_nobody_the_first_to_come_is_usual() {
    usual = UsualTechnician.startingWith(null);
    visit(by("C"));
    visit(instead("D", "C", Permanence.THIS_VISIT));
    assertThat(outcomes).containsExactly(BY_USUAL, TECHNICIAN_CHANGE);
    assertThat(expected).containsExactly(null, "C");
    assertThat(usual.usual()).isEqualTo("C");
  }

  @Test
  void a_substitute_is_a_change_each_time_and_the_return_of_the_usual_one_is_none() {
    visit(instead("B", "A", Permanence.THIS_VISIT));
    visit(instead("B", "A", Permanence.THIS_VISIT));
    visit(by("A"));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, TECHNICIAN_CHANGE, BY_USUAL);
    assertThat(usual.usual()).isEqualTo("A");
  }

  @Test
  void a_newcomer_for_good_is_a_change_once_and_usual_from_then_on() {
    visit(forGood("B", false, false));
    visit(by("B"));
    visit(by("A"));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, BY_USUAL, TECHNICIAN_CHANGE);
  }

  @Test
  void a_hand_over_that_was_told_and_introduced_is_no_change() {
    visit(forGood("B", true, true));
    visit(by("B"));
    assertThat(outcomes).containsExactly(HANDED_OVER, BY_USUAL);
    assertThat(usual.usual()).isEqualTo("B");
    assertThat(HANDED_OVER.releasesPromise()).isTrue();
  }

  @Test
  void told_without_introduced_or_introduced_for_one_visit_is_still_a_change() {
    assertThat(usual.outcomeOf(forGood("B", true, false))).isEqualTo(TECHNICIAN_CHANGE);
    assertThat(usual.outcomeOf(forGood("B", false, true))).isEqualTo(TECHNICIAN_CHANGE);
    for (var permanence : List.of(Permanence.THIS_VISIT, Permanence.UNKNOWN)) {
      var prepared = new CompletedVisit<>("B", "A", true, false, permanence, true, true);
      assertThat(usual.outcomeOf(prepared)).isEqualTo(TECHNICIAN_CHANGE);
    }
  }

  @Test
  void what_the_customer_asked_for_is_no_change() {
    visit(requested("B", Permanence.THIS_VISIT));
    visit(requested("B", Permanence.FOR_GOOD));
    visit(by("B"));
    assertThat(outcomes).containsExactly(REQUESTED_ONCE, REQUESTED_FOR_GOOD, BY_USUAL);
    assertThat(REQUESTED_ONCE.releasesPromise()).isFalse();
    assertThat(REQUESTED_FOR_GOOD.releasesPromise()).isTrue();
  }

  @Test
  void an_undeclared_newcomer_is_a_change_once_and_usual_if_they_keep_coming() {
    visit(by("B"));
    visit(by("B"));
    visit(by("B"));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, BY_USUAL, BY_USUAL);
    assertThat(usual.usual()).isEqualTo("B");
  }

  @Test
  void the_usual_ones_return_ends_the_claim_of_an_undeclared_newcomer() {
    visit(by("B"));
    visit(by("A"));
    visit(by("B"));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, BY_USUAL, TECHNICIAN_CHANGE);
    assertThat(usual.usual()).isEqualTo("A");
  }

  @Test
  void the_return_of_the_usual_one_is_no_change_though_the_newcomer_was_planned() {
    visit(by("B"));
    visit(instead("A", "B", Permanence.UNKNOWN));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, BY_USUAL);
    assertThat(usual).isEqualTo(UsualTechnician.startingWith("A"));
  }

  @Test
  void a_change_that_is_declared_on_every_visit_is_a_change_on_every_visit() {
    for (int i = 0; i < 3; i++) {
      visit(instead("B", "A", Permanence.UNKNOWN));
    }
    for (int i = 0; i < 3; i++) {
      visit(new CompletedVisit<>("B", "A", false, false, Permanence.UNKNOWN, false, false));
    }
    assertThat(outcomes).hasSize(6).containsOnly(TECHNICIAN_CHANGE);
    assertThat(usual.usual()).isEqualTo("A");
  }

  @Test
  void a_newcomer_whom_the_agreement_now_plans_for_has_become_usual() {
    visit(instead("B", "A", Permanence.UNKNOWN));
    visit(instead("B", "B", Permanence.UNKNOWN));
    visit(instead("C", "B", Permanence.UNKNOWN));
    assertThat(outcomes).containsExactly(TECHNICIAN_CHANGE, BY_USUAL, TECHNICIAN_CHANGE);
    assertThat(expected).containsExactly("A", "B", "B");
    assertThat(usual).isEqualTo(new UsualTechnician<>("B", "C"));
  }

  @Test
  void somebody_instead_of_a_newcomer_whom_the_plan_confirms_is_a_change_from_the_newcomer() {
    visit(by("B"));
    visit(instead("C", "B", Permanence.THIS_VISIT));
    assertThat(expected).containsExactly("A", "B");
    assertThat(usual).isEqualTo(UsualTechnician.startingWith("B"));
  }

  @Test
  void who_came_and_for_how_long_are_never_left_out() {
    assertThatThrownBy(() -> by(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> instead("B", "A", null)).isInstanceOf(NullPointerException.class);
  }
}
