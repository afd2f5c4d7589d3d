package io.familiarface.customers.keeping;

import static io.familiarface.customers.keeping.Walked.JAN_6;
import static io.familiarface.customers.keeping.Walked.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameTechnicianTest {

  private static final UUID A = Walked.technician("A");
  private static final UUID B = Walked.technician("B");
  private static final UUID C = Walked.technician("C");
  private static final UUID D = Walked.technician("D");

  /** A A B B B C B B B D: B for good and unannounced, C for a sick day, D for a vacation. */
  private static Walked dorothy() {
    return Walked.from(A)
        .month(A)
        .month(A)
        .forGood(B)
        .month(B)
        .month(B)
        .once(C)
        .month(B)
        .month(B)
        .month(B)
        .once(D);
  }

  private static Promised by(UUID technician) {
    return new Promised(technician, JAN_6, null, null);
  }

  @Test
  void the_first_promise_to_Dorothy_is_broken_by_the_first_visit_of_the_second_technician() {
    var story = dorothy();
    Decision decision = by(A).decide(story.changes(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.BROKEN);
    assertThat(decision.decidedByVisit()).isEqualTo(story.visit(3).id());
    assertThat(decision.decidedAt()).isEqualTo(story.visit(3).at());
  }

  @Test
  void each_later_change_adds_a_dated_breach() {
    var story = dorothy();
    assertThat(by(A).decide(story.changes(), LATER).breaches())
        .containsExactly(breach(story, 3), breach(story, 6), breach(story, 10));
  }

  @Test
  void the_promise_of_the_second_technician_is_broken_by_the_sick_day_and_the_vacation() {
    var story = dorothy();
    var promise = new Promised(B, story.visit(3).at().plusSeconds(60), null, null);
    Decision decision = promise.decide(story.changes(), LATER);
    assertThat(decision.decidedByVisit()).isEqualTo(story.visit(6).id());
    assertThat(decision.breaches()).containsExactly(breach(story, 6), breach(story, 10));
  }

  @Test
  void the_return_of_the_usual_technician_is_nothing() {
    assertThat(dorothy().changes()).extracting(TechnicianChange::to).containsExactly(B, C, D);
  }

  @Test
  void a_hand_over_told_and_introduced_before_the_visit_releases_the_promise() {
    var grace = Walked.from(A).month(A).month(A).handedOver(B).month(B).month(B);
    Decision decision = by(A).decide(grace.changes(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.RELEASED);
    assertThat(decision.decidedByVisit()).isEqualTo(grace.visit(3).id());
    assertThat(decision.breaches()).isEmpty();
  }

  @Test
  void told_but_not_introduced_is_no_hand_over() {
    var story = Walked.from(A).month(A).visit(B, Permanence.FOR_GOOD, false, true, false);
    assertThat(by(A).decide(story.changes(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void introduced_but_not_told_is_no_hand_over() {
    var story = Walked.from(A).month(A).visit(B, Permanence.FOR_GOOD, false, false, true);
    assertThat(by(A).decide(story.changes(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void told_and_introduced_for_one_visit_only_still_breaks_it() {
    var story = Walked.from(A).month(A).visit(B, Permanence.THIS_VISIT, false, true, true);
    assertThat(by(A).decide(story.changes(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void another_technician_for_good_at_her_own_request_releases_the_promise() {
    var story = Walked.from(A).month(A).visit(B, Permanence.FOR_GOOD, true, false, false);
    assertThat(by(A).decide(story.changes(), LATER).state()).isEqualTo(PromiseState.RELEASED);
  }

  @Test
  void another_technician_once_at_her_own_request_changes_nothing() {
    var story = Walked.from(A).month(A).visit(B, Permanence.THIS_VISIT, true, false, false);
    assertThat(by(A).decide(story.changes(), LATER)).isEqualTo(Decision.STANDING);
  }

  @Test
  void a_newcomer_of_whom_nobody_said_for_how_long_does_not_become_the_usual_one() {
    var story = Walked.from(A).visit(B, null, false, false, false).month(A).visit(B, null);
    assertThat(story.changes()).extracting(TechnicianChange::from).containsExactly(A, A);
  }

  @Test
  void after_a_release_strangers_break_nothing_any_more() {
    var story = Walked.from(A).handedOver(B).once(C);
    assertThat(by(A).decide(story.changes(), LATER).breaches()).isEmpty();
  }

  @Test
  void a_proper_hand_over_after_a_breach_ends_the_counting_but_unbreaks_nothing() {
    var story = Walked.from(A).once(C).handedOver(B).once(D);
    Decision decision = by(A).decide(story.changes(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.BROKEN);
    assertThat(decision.breaches()).containsExactly(breach(story, 1));
  }

  @Test
  void what_happened_before_the_promise_breaks_nothing() {
    var story = Walked.from(A).once(C);
    var afterwards = new Promised(A, story.visit(1).at(), null, null);
    assertThat(afterwards.decide(story.changes(), LATER)).isEqualTo(Decision.STANDING);
  }

  @Test
  void a_promise_for_some_time_is_kept_when_its_end_passes_unbroken() {
    var until = JAN_6.plus(Duration.ofDays(40));
    var promise = new Promised(A, JAN_6, until, null);
    var story = Walked.from(A).month(A).month(A).once(C);
    assertThat(promise.decide(story.changes(), LATER))
        .isEqualTo(new Decision(PromiseState.KEPT, until, null, List.of()));
    assertThat(promise.decide(story.changes(), until.minusSeconds(1))).isEqualTo(Decision.STANDING);
  }

  @Test
  void a_change_on_the_lawn_breaks_no_promise_about_the_mice() {
    var mice = Walked.from(A).month(A).month(A);
    var lawn = Walked.from(C).month(C).once(D);
    var all = new ArrayList<>(mice.changes());
    all.addAll(lawn.changes());
    assertThat(by(A).decide(all, LATER)).isEqualTo(Decision.STANDING);
    assertThat(by(C).decide(all, LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void a_promise_that_names_nobody_is_about_whoever_is_usual() {
    var story = Walked.from(A).month(A).once(C);
    assertThat(by(null).decide(story.changes(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void a_release_by_hand_ends_the_promise_and_later_changes_do_not_matter() {
    var story = Walked.from(A).month(A).once(C);
    var released = JAN_6.plusSeconds(60);
    var promise = new Promised(A, JAN_6, null, new Verdict(PromiseState.RELEASED, released));
    assertThat(promise.decide(story.changes(), LATER))
        .isEqualTo(new Decision(PromiseState.RELEASED, released, null, List.of()));
  }

  @Test
  void a_breach_that_becomes_known_late_outdoes_a_later_release_by_hand() {
    var story = Walked.from(A).once(C);
    var verdict = new Verdict(PromiseState.RELEASED, story.visit(1).at().plusSeconds(60));
    var promise = new Promised(A, JAN_6, null, verdict);
    assertThat(promise.decide(story.changes(), LATER).decidedByVisit())
        .isEqualTo(story.visit(1).id());
  }

  @Test
  void a_promise_broken_by_word_of_mouth_has_a_breach_without_a_visit() {
    var at = JAN_6.plusSeconds(60);
    var promise = new Promised(null, JAN_6, null, new Verdict(PromiseState.BROKEN, at));
    assertThat(promise.decide(List.of(), LATER).breaches()).containsExactly(new Breach(at, null));
  }

  @Test
  void where_the_agreement_names_nobody_the_first_who_comes_is_the_usual_one() {
    var story = Walked.from(null).month(A).once(C);
    assertThat(story.changes()).extracting(TechnicianChange::from).containsExactly(A);
  }

  @Test
  void the_same_facts_decide_the_same_whenever_they_became_known() {
    var changes = new ArrayList<>(dorothy().changes());
    Decision expected = by(A).decide(changes, LATER);
    var random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(changes, random);
      var inOrder = changes.stream().sorted(TechnicianChange.IN_ORDER).toList();
      assertThat(by(A).decide(inOrder, LATER)).isEqualTo(expected);
    }
  }

  private static Breach breach(Walked story, int visit) {
    return new Breach(story.visit(visit).at(), story.visit(visit).id());
  }
}
