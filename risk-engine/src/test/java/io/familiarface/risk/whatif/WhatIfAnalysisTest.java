package io.familiarface.risk.whatif;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.HistoryBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfAnalysisTest {
  private static final Instant SIGNED = HistoryBuilder.day("2026-03-02");
  private static final Instant TOMORROW = SIGNED.plus(Duration.ofDays(1));
  private static final Instant FIRST_VISIT = TOMORROW.plus(Duration.ofHours(2));

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
  private final WhatIfAnalysis analysis = new WhatIfAnalysis(engine);
  private final PromiseMade promise =
      new PromiseMade(id("promise"), PromiseKind.SAME_TECHNICIAN, SIGNED, id("A"));

  @Test
  void somebody_else_at_the_first_visit_costs_as_much_whether_the_agreement_has_begun_or_not() {
    AgreementStarted start = starts(id("agreement"), TOMORROW);
    WhatIfResult waiting = ask(state(promise), List.of(start), first("B"));
    WhatIfResult begun = ask(state(promise, start), List.of(), first("B"));
    assertThat(waiting.technicianChange()).isTrue();
    assertThat(waiting.promisesBroken()).containsExactly(id("promise"));
    assertThat(waiting.after().probability()).isGreaterThan(waiting.before().probability());
    assertThat(waiting.before().probability()).isEqualTo(begun.before().probability());
    assertThat(waiting.after().probability()).isEqualTo(begun.after().probability());
  }

  @Test
  void an_agreement_that_begins_after_the_last_visit_changes_neither_answer() {
    AgreementStarted start = starts(id("agreement"), SIGNED);
    AgreementStarted later = starts(id("second"), FIRST_VISIT.plusSeconds(1));
    WhatIfResult without = ask(state(promise, start), List.of(), first("B"));
    WhatIfResult with = ask(state(promise, start), List.of(later), first("B"));
    assertThat(with.before()).usingRecursiveComparison().isEqualTo(without.before());
    assertThat(with.after()).usingRecursiveComparison().isEqualTo(without.after());
  }

  @Test
  void one_that_begins_between_two_visits_begins_between_them_and_leaves_what_is_known_alone() {
    AgreementStarted start = starts(id("agreement"), SIGNED);
    AgreementStarted between = starts(id("second"), FIRST_VISIT.plusSeconds(60));
    HypotheticalVisit second = visit(id("second"), "B", FIRST_VISIT.plus(Duration.ofDays(1)));
    CustomerState known = state(promise, start);
    byte[] before = known.encode();
    WhatIfResult both =
        analysis.ask(
            known, SIGNED.plusSeconds(1), List.of(between), List.of(second, first("A")), wording());
    assertThat(both.technicianChange()).isTrue();
    assertThat(both.promisesBroken()).containsExactly(id("promise"));
    assertThat(known.encode()).isEqualTo(before);
  }

  private WhatIfResult ask(
      CustomerState known, List<AgreementStarted> coming, HypotheticalVisit visit) {
    return analysis.ask(known, SIGNED.plusSeconds(1), coming, List.of(visit), wording());
  }

  private CustomerState state(Signal... signals) {
    return engine.replay(new ArrayList<>(List.of(signals)));
  }

  private static AgreementStarted starts(UUID agreement, Instant at) {
    return new AgreementStarted(agreement, at, id("A"), 30);
  }

  private static HypotheticalVisit first(String technician) {
    return visit(id("agreement"), technician, FIRST_VISIT);
  }

  private static HypotheticalVisit visit(UUID agreement, String technician, Instant at) {
    boolean other = !technician.equals("A");
    return new HypotheticalVisit(
        agreement,
        id(technician),
        at,
        other ? ChangeReason.ABSENT : null,
        other ? Permanence.THIS_VISIT : null,
        null,
        null);
  }
}
