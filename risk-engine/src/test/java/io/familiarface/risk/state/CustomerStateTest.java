package io.familiarface.risk.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.RandomHistory;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Signal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerStateTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  @Test
  void what_is_written_is_what_is_read() {
    var state = engine.replay(HistoryBuilder.dorothy().signals);
    var read = CustomerState.decode(state.encode());
    assertThat(read.encode()).isEqualTo(state.encode());
    var later = HistoryBuilder.dorothy().lastVisitAt().plusSeconds(900_000);
    assertThat(engine.assess(read, later, HistoryBuilder.wording()))
        .isEqualTo(engine.assess(state, later, HistoryBuilder.wording()));
  }

  @Test
  void another_format_is_refused() {
    var bytes = engine.start().encode();
    bytes[0]++;
    assertThatThrownBy(() -> CustomerState.decode(bytes)).hasMessageContaining("replay");
  }

  @Test
  void nothing_known_is_kept_in_two_bytes() {
    assertThat(engine.start().encode()).hasSize(2);
  }

  @RepeatedTest(20)
  void the_busiest_customer_fits_into_two_kilobytes(RepetitionInfo repetition) {
    var state = engine.replay(RandomHistory.busy(repetition.getCurrentRepetition(), 3_000));
    assertThat(state.encode().length).isLessThan(2_048);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void ten_thousand_visits_are_taken_in_one_by_one() {
    var relation = HistoryBuilder.every(1);
    for (var visit = 0; visit < 10_000; visit++) {
      relation.visit(visit % 9 == 0 ? "C" : "A");
    }
    var state = engine.start();
    relation.signals.stream().sorted(Signal.ORDER).forEach(one -> engine.apply(state, one));
    assertThat(state.completed()).isEqualTo(10_000);
    assertThat(state.encode()).isEqualTo(engine.replay(relation.signals).encode());
  }

  @Test
  void the_window_holds_a_whole_year_of_a_weekly_customer() {
    var relation = HistoryBuilder.every(7).visitsBy("A".repeat(40) + "B".repeat(52));
    var state = engine.replay(relation.signals);
    var now = relation.lastVisitAt().plus(Duration.ofDays(1));
    var year = engine.assess(state, now, HistoryBuilder.wording()).continuityWindow();
    assertThat(year.visits()).isEqualTo(52);
    assertThat(year.technicians()).isEqualTo(1);
    assertThat(engine.assess(state, now, HistoryBuilder.wording()).continuity().visits())
        .isEqualTo(92);
    assertThat(CustomerState.decode(state.encode()).continuitySince(0))
        .isEqualTo(state.continuitySince(0));
  }

  @Test
  void more_technicians_than_there_is_room_for_share_an_account() {
    var relation = HistoryBuilder.every(3);
    for (var visit = 0; visit < 200; visit++) {
      relation.visit("technician " + visit);
    }
    var state = engine.replay(relation.signals);
    assertThat(state.continuity().visits()).isEqualTo(200);
    assertThat(state.continuity().technicians()).isEqualTo(200);
    assertThat(state.continuitySince(0).visits()).isEqualTo(VisitWindow.CAPACITY);
    assertThat(CustomerState.decode(state.encode()).encode()).isEqualTo(state.encode());
  }

  @Test
  void a_promise_about_the_technician_outlives_any_number_of_others() {
    var relation = HistoryBuilder.monthly().promiseBy("A", HistoryBuilder.START);
    for (var i = 0; i < 5; i++) {
      relation.signals.add(
          new PromiseMade(
              HistoryBuilder.id("price " + i),
              PromiseKind.PRICE,
              HistoryBuilder.START.plusSeconds(i + 1),
              null));
    }
    assertThat(engine.replay(relation.signals).promises())
        .extracting(ActivePromise::promiseId)
        .containsExactly(
            HistoryBuilder.id("promise of A"),
            HistoryBuilder.id("price 3"),
            HistoryBuilder.id("price 4"));
    relation.promiseBy("B", relation.visitAt(2)).promiseBy("C", relation.visitAt(3));
    relation.signals.add(
        new PromiseMade(HistoryBuilder.id("late"), PromiseKind.OTHER, relation.visitAt(4), null));
    assertThat(engine.replay(relation.signals).promises())
        .extracting(ActivePromise::technicianId)
        .containsExactly(HistoryBuilder.id("A"), HistoryBuilder.id("B"), HistoryBuilder.id("C"));
  }

  @Test
  void a_signal_from_before_is_refused_and_told_to_replay() {
    var relation = HistoryBuilder.dorothy();
    var state = engine.replay(relation.signals);
    var first = relation.signals.get(0);
    assertThat(engine.isNext(state, first)).isFalse();
    assertThatThrownBy(() -> engine.apply(state, first)).hasMessageContaining("replay");
  }

  @Test
  void asking_changes_nothing() {
    var state = engine.replay(HistoryBuilder.dorothy().signals);
    var before = state.encode();
    engine.assess(
        state,
        HistoryBuilder.dorothy().lastVisitAt().plusSeconds(9_000_000),
        HistoryBuilder.wording());
    assertThat(state.encode()).isEqualTo(before);
  }
}
