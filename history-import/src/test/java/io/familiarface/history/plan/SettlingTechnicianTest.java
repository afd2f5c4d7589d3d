package io.familiarface.history.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.row.ParsedArrival;
import io.familiarface.history.row.ParsedChange;
import io.familiarface.history.row.ParsedCustomer;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlingTechnicianTest {
  private final SettlingTechnician usual = new SettlingTechnician();

  @Test
  void the_third_visit_in_a_row_is_the_hand_over_and_no_earlier_one() {
    assertThat(permanences("A A B B B B")).containsExactly("", "", "", "", "FOR_GOOD", "");
    assertThat(usual.starter()).isEqualTo("A");
  }

  @Test
  void what_is_said_of_a_visit_does_not_depend_on_later_ones() {
    List<String> whole = permanences("A A B B B C A A A B B B");
    for (int length = 1; length <= whole.size(); length++) {
      List<SettlingTechnician.Step> steps = new ArrayList<>();
      SettlingTechnician fresh = new SettlingTechnician();
      for (String who : List.of("A A B B B C A A A B B B".split(" ")).subList(0, length)) {
        steps.add(fresh.after(visit(List.of(who), null, null)));
      }
      assertThat(steps.stream().map(SettlingTechnicianTest::permanence))
          .containsExactlyElementsOf(whole.subList(0, length));
    }
  }

  @Test
  void the_usual_ones_return_ends_a_strangers_run() {
    assertThat(permanences("A B B A B B")).containsOnly("");
  }

  @Test
  void three_sick_days_make_nobody_usual() {
    usual.after(visit(List.of("A"), null, null));
    for (int i = 0; i < 4; i++) {
      SettlingTechnician.Step step = usual.after(visit(List.of("B"), "SICK", null));
      assertThat(step.permanence()).isNull();
      assertThat(step.planned()).isEqualTo("A");
    }
  }

  @Test
  void a_hand_over_that_is_stated_holds_at_once() {
    usual.after(visit(List.of("A"), null, null));
    assertThat(usual.after(visit(List.of("B"), "LEFT_COMPANY", "FOR_GOOD")).planned())
        .isEqualTo("A");
    assertThat(usual.after(visit(List.of("C"), "SICK", null)).planned()).isEqualTo("B");
  }

  @Test
  void of_a_team_whoever_came_before_is_the_one_who_came() {
    usual.after(visit(List.of("A"), null, null));
    assertThat(usual.after(visit(List.of("B", "A"), null, null)).came()).isEqualTo("A");
    assertThat(usual.after(visit(List.of("B", "C"), null, null)).came()).isEqualTo("B");
  }

  private List<String> permanences(String order) {
    return List.of(order.split(" ")).stream()
        .map(who -> usual.after(visit(List.of(who), null, null)))
        .map(SettlingTechnicianTest::permanence)
        .toList();
  }

  private static String permanence(SettlingTechnician.Step step) {
    return step.permanence() == null ? "" : step.permanence();
  }

  private static ParsedVisit visit(List<String> team, String reason, String permanence) {
    ParsedChange.Notice unknown = new ParsedChange.Notice(null, null);
    return new ParsedVisit(
        1,
        LocalDate.of(2025, 1, 6),
        null,
        new ParsedArrival(null, null),
        new ParsedCustomer("Ann Lee", null, false, List.of(), List.of(), null, null, null),
        team,
        null,
        Outcome.COMPLETED,
        new ParsedChange(reason, permanence, unknown, unknown),
        null,
        null,
        null);
  }
}
