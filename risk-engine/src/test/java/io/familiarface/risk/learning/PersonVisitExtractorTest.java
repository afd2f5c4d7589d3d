package io.familiarface.risk.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.simulation.World;
import io.familiarface.risk.state.HalfLives;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonVisitExtractorTest {

  static CustomerHistory history(HistoryBuilder relation) {
    return new CustomerHistory(
        UUID.randomUUID(), relation.signals.stream().sorted(Signal.ORDER).toList());
  }

  private static PersonVisits read(HistoryBuilder relation) {
    var rows = new PersonVisits(4);
    new PersonVisitExtractor(HalfLives.prior(), 14).read(history(relation), 1, rows);
    return rows;
  }

  private static double value(PersonVisits rows, int row, Feature feature) {
    return rows.x(row, feature.ordinal());
  }

  @Test
  void each_visit_is_a_row_and_the_last_before_the_cancellation_says_so() {
    var rows = read(HistoryBuilder.monthly().visitsBy("AA").missed().visit("A").cancels(72));
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.left(2)).isFalse();
    assertThat(rows.left(3)).isTrue();
    assertThat(rows.spent(3)).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void whoever_is_let_go_has_not_left() {
    var relation = HistoryBuilder.monthly().visitsBy("AAA").isLetGo(72);
    var rows = read(relation);
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.left(2)).isFalse();
    var history = new CustomerHistory(HistoryBuilder.id("customer"), relation.signals);
    assertThat(history.cancelledAt()).isEmpty();
  }

  @Test
  void a_row_knows_the_visit_itself_and_its_broken_promise_but_nothing_later() {
    var relation = HistoryBuilder.monthly().promiseBy("A", HistoryBuilder.START).visit("A");
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
  void who_leaves_after_the_next_visit_was_due_is_not_known_before_she_has() {
    var rows = read(HistoryBuilder.monthly().visitsBy("AA").cancels(24 * 45));
    var due = EpochMicros.of(HistoryBuilder.monthly().visitAt(3));
    assertThat(rows.left(1)).isTrue();
    assertThat(rows.rows(Long.MIN_VALUE, due)).containsExactly(0);
    assertThat(rows.rows(Long.MIN_VALUE, EpochMicros.plusDays(due, 15))).containsExactly(0, 1);
  }

  @Test
  void what_is_known_of_a_row_at_an_origin_is_what_the_history_until_then_tells() {
    var simulated = SimulatedSnapshot.of(World.lawnCare(), 17, 300);
    var reader = new PersonVisitExtractor(HalfLives.prior(), 14);
    for (var daysBack : new int[] {90, 180, 270}) {
      var origin = simulated.asOf().minus(Duration.ofDays(daysBack));
      for (var history : simulated.histories()) {
        var whole = new PersonVisits(64);
        var then = new PersonVisits(64);
        reader.read(history, 1, whole);
        reader.read(history.upTo(origin), 1, then);
        for (var row : whole.rows(Long.MIN_VALUE, EpochMicros.of(origin))) {
          assertThat(whole.left(row)).isEqualTo(then.left(row));
          assertThat(whole.at(row)).isEqualTo(then.at(row));
        }
      }
    }
  }

  @Test
  void whether_she_left_is_known_only_when_the_next_visit_was_due() {
    var rows = read(HistoryBuilder.monthly().visitsBy("AAA"));
    var secondDue = EpochMicros.of(HistoryBuilder.monthly().visitAt(2));
    assertThat(rows.rows(Long.MIN_VALUE, secondDue)).containsExactly(0);
    assertThat(rows.rows(Long.MIN_VALUE, secondDue - 1)).isEmpty();
    assertThat(rows.rows(secondDue, Long.MAX_VALUE)).containsExactly(1, 2);
  }
}
