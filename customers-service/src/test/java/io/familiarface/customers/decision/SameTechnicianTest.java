package io.familiarface.customers.decision;

import static io.familiarface.customers.decision.VisitSequence.JAN_6;
import static io.familiarface.customers.decision.VisitSequence.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameTechnicianTest {

  private static final UUID A = VisitSequence.technician("A");
  private static final UUID B = VisitSequence.technician("B");
  private static final UUID C = VisitSequence.technician("C");
  private static final UUID D = VisitSequence.technician("D");

  /** A A B B B C B B B D: B for good and unannounced, C for a sick day, D for a vacation. */
  private static VisitSequence dorothy() {
    return VisitSequence.from(A)
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

  private static PromiseTerms by(UUID technician) {
    return new PromiseTerms(technician, JAN_6, null, null);
  }

  @Test
  void the_first_promise_to_Dorothy_is_broken_by_the_first_visit_of_the_second_technician() {
    var story = dorothy();
    Decision decision = by(A).decide(story.substitutions(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.BROKEN);
    assertThat(decision.decidedByVisit()).isEqualTo(story.visit(3).id());
    assertThat(decision.decidedAt()).isEqualTo(story.visit(3).at());
  }

  @Test
  void each_later_change_adds_a_dated_breach() {
    var story = dorothy();
    assertThat(by(A).decide(story.substitutions(), LATER).breaches())
        .containsExactly(breach(story, 3), breach(story, 6), breach(story, 10));
  }

  @Test
  void the_promise_of_the_second_technician_is_broken_by_the_sick_day_and_the_vacation() {
    var story = dorothy();
    var promise = new PromiseTerms(B, story.visit(3).at().plusSeconds(60), null, null);
    Decision decision = promise.decide(story.substitutions(), LATER);
    assertThat(decision.decidedByVisit()).isEqualTo(story.visit(6).id());
    assertThat(decision.breaches()).containsExactly(breach(story, 6), breach(story, 10));
  }

  @Test
  void the_return_of_the_usual_technician_is_nothing() {
    assertThat(dorothy().substitutions()).extracting(Substitution::to).containsExactly(B, C, D);
  }

  @Test
  void a_hand_over_told_and_introduced_before_the_visit_releases_the_promise() {
    var grace = VisitSequence.from(A).month(A).month(A).handedOver(B).month(B).month(B);
    Decision decision = by(A).decide(grace.substitutions(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.RELEASED);
    assertThat(decision.decidedByVisit()).isEqualTo(grace.visit(3).id());
    assertThat(decision.breaches()).isEmpty();
  }

  @Test
  void told_but_not_introduced_is_no_hand_over() {
    var story = VisitSequence.from(A).month(A).visit(B, Permanence.FOR_GOOD, false, true, false);
    assertThat(by(A).decide(story.substitutions(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void introduced_but_not_told_is_no_hand_over() {
    var story = VisitSequence.from(A).month(A).visit(B, Permanence.FOR_GOOD, false, false, true);
    assertThat(by(A).decide(story.substitutions(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void told_and_introduced_for_one_visit_only_still_breaks_it() {
    var story = VisitSequence.from(A).month(A).visit(B, Permanence.THIS_VISIT, false, true, true);
    assertThat(by(A).decide(story.substitutions(), LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void another_technician_for_good_at_their_own_request_releases_the_promise() {
    var story = VisitSequence.from(A).month(A).visit(B, Permanence.FOR_GOOD, true, false, false);
    assertThat(by(A).decide(story.substitutions(), LATER).state()).isEqualTo(PromiseState.RELEASED);
  }

  @Test
  void another_technician_once_at_their_own_request_changes_nothing() {
    var story = VisitSequence.from(A).month(A).visit(B, Permanence.THIS_VISIT, true, false, false);
    assertThat(by(A).decide(story.substitutions(), LATER)).isEqualTo(Decision.STANDING);
  }

  @Test
  void a_newcomer_of_whom_nobody_said_for_how_long_does_not_become_the_usual_one() {
    var story = VisitSequence.from(A).month(B).month(A).month(B);
    assertThat(story.substitutions()).extracting(Substitution::from).containsExactly(A, A);
  }

  @Test
  void a_newcomer_who_comes_again_with_nothing_said_breaks_the_promise_once() {
    var story = VisitSequence.from(A).month(A).month(B).month(B).month(B);
    assertThat(by(A).decide(story.substitutions(), LATER).breaches())
        .containsExactly(breach(story, 2));
  }

  @Test
  void after_a_release_strangers_break_nothing_any_more() {
    var story = VisitSequence.from(A).handedOver(B).once(C);
    assertThat(by(A).decide(story.substitutions(), LATER).breaches()).isEmpty();
  }

  @Test
  void a_proper_hand_over_after_a_breach_ends_the_counting_but_unbreaks_nothing() {
    var story = VisitSequence.from(A).once(C).handedOver(B).once(D);
    Decision decision = by(A).decide(story.substitutions(), LATER);
    assertThat(decision.state()).isEqualTo(PromiseState.BROKEN);
    assertThat(decision.breaches()).containsExactly(breach(story, 1));
  }

  @Test
  void what_happened_before_the_promise_breaks_nothing() {
    var story = VisitSequence.from(A).once(C);
    var afterwards = new PromiseTerms(A, story.visit(1).at(), null, null);
    assertThat(afterwards.decide(story.substitutions(), LATER)).isEqualTo(Decision.STANDING);
  }

  @Test
  void a_promise_for_some_time_is_kept_when_its_end_passes_unbroken() {
    var until = JAN_6.plus(Duration.ofDays(40));
    var promise = new PromiseTerms(A, JAN_6, until, null);
    var story = VisitSequence.from(A).month(A).month(A).once(C);
    assertThat(promise.decide(story.substitutions(), LATER))
        .isEqualTo(new Decision(PromiseState.KEPT, until, null, List.of()));
    assertThat(promise.decide(story.substitutions(), until.minusSeconds(1)))
        .isEqualTo(Decision.STANDING);
  }

  @Test
  void a_change_on_the_lawn_breaks_no_promise_about_the_mice() {
    var mice = VisitSequence.from(A).month(A).month(A);
    var lawn = VisitSequence.from(C).month(C).once(D);
    var all = new ArrayList<>(mice.substitutions());
    all.addAll(lawn.substitutions());
    assertThat(by(A).decide(all, LATER)).isEqualTo(Decision.STANDING);
    assertThat(by(C).decide(all, LATER).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void a_promise_that_names_nobody_is_about_whoever_is_usual() {
    var story = VisitSequence.from(A).month(A).once(C);
    assertThat(by(null).decide(story.substitutions(), LATER).state())
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void a_release_by_hand_ends_the_promise_and_later_changes_do_not_matter() {
    var story = VisitSequence.from(A).month(A).once(C);
    var released = JAN_6.plusSeconds(60);
    var promise = new PromiseTerms(A, JAN_6, null, new Verdict(PromiseState.RELEASED, released));
    assertThat(promise.decide(story.substitutions(), LATER))
        .isEqualTo(new Decision(PromiseState.RELEASED, released, null, List.of()));
  }

  @Test
  void a_breach_that_becomes_known_late_outdoes_a_later_release_by_hand() {
    var story = VisitSequence.from(A).once(C);
    var verdict = new Verdict(PromiseState.RELEASED, story.visit(1).at().plusSeconds(60));
    var promise = new PromiseTerms(A, JAN_6, null, verdict);
    assertThat(promise.decide(story.substitutions(), LATER).decidedByVisit())
        .isEqualTo(story.visit(1).id());
  }

  @Test
  void a_promise_broken_by_word_of_mouth_has_a_breach_without_a_visit() {
    var at = JAN_6.plusSeconds(60);
    var promise = new PromiseTerms(null, JAN_6, null, new Verdict(PromiseState.BROKEN, at));
    assertThat(promise.decide(List.of(), LATER).breaches()).containsExactly(new Breach(at, null));
  }

  @Test
  void where_the_agreement_names_nobody_the_first_who_comes_is_the_usual_one() {
    var story = VisitSequence.from(null).month(A).once(C);
    assertThat(story.substitutions()).extracting(Substitution::from).containsExactly(A);
  }

  @Test
  void the_same_facts_decide_the_same_whenever_they_became_known() {
    var substitutions = new ArrayList<>(dorothy().substitutions());
    Decision expected = by(A).decide(substitutions, LATER);
    var random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(substitutions, random);
      var inOrder = substitutions.stream().sorted(Comparator.comparing(Substitution::at)).toList();
      assertThat(by(A).decide(inOrder, LATER)).isEqualTo(expected);
    }
  }

  private static Breach breach(VisitSequence story, int visit) {
    return new Breach(story.visit(visit).at(), story.visit(visit).id());
  }
}
