package io.familiarface.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.feedback.risk.Relation;
import io.familiarface.feedback.risk.model.Feature;
import io.familiarface.feedback.risk.signal.Mood;
import io.familiarface.feedback.risk.signal.Signal;
import io.familiarface.feedback.risk.state.HalfLives;
import io.familiarface.feedback.risk.state.Micros;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowReaderTest {

  static CustomerHistory history(Relation relation) {
    return new CustomerHistory(
        UUID.randomUUID(), relation.signals.stream().sorted(Signal.ORDER).toList());
  }

  private static PersonVisits read(Relation relation) {
    var rows = new PersonVisits(4);
    new RowReader(HalfLives.prior(), 14).read(history(relation), 1, rows);
    return rows;
  }

  private static double value(PersonVisits rows, int row, Feature feature) {
    return rows.x(row, feature.ordinal());
  }

  @Test
  void each_visit_is_a_row_and_the_last_before_the_cancellation_says_so() {
    var rows = read(Relation.monthly().visitsBy("AA").missed().visit("A").cancels(72));
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.left(2)).isFalse();
    assertThat(rows.left(3)).isTrue();
    assertThat(rows.spent(3)).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void a_row_knows_the_visit_itself_and_its_broken_promise_but_nothing_later() {
    var relation = Relation.monthly().promiseBy("A", Relation.START).visit("A");
    relation.substitute("B").breaksPromiseOf("A").mood(Mood.DISTRESSED).csat(1).visit("A");
    var rows = read(relation);
    assertThat(value(rows, 1, Feature.STRANGER_LAST)).isEqualTo(1);
    assertThat(value(rows, 1, Feature.BROKEN_PROMISE)).isPositive();
    assertThat(value(rows, 1, Feature.DISTRESS)).isZero();
    assertThat(value(rows, 1, Feature.DISSATISFACTION)).isZero();
    assertThat(value(rows, 2, Feature.DISTRESS)).isPositive();
    assertThat(value(rows, 2, Feature.DISSATISFACTION)).isPositive();
  }

  @Test
  void whether_she_left_is_known_only_when_the_next_visit_was_due() {
    var rows = read(Relation.monthly().visitsBy("AAA"));
    var secondDue = Micros.of(Relation.monthly().visitAt(2));
    assertThat(rows.rows(Long.MIN_VALUE, secondDue)).containsExactly(0);
    assertThat(rows.rows(Long.MIN_VALUE, secondDue - 1)).isEmpty();
    assertThat(rows.rows(secondDue, Long.MAX_VALUE)).containsExactly(1, 2);
  }
}
