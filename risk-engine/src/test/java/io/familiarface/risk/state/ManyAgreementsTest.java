package io.familiarface.risk.state;

import static io.familiarface.risk.HistoryBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.RandomHistory;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.History;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.Permanence;
import io.familiarface.technicianchange.UsualTechnician;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyAgreementsTest {

  private static final Instant START = HistoryBuilder.START;

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  @Property(tries = 300)
  void who_is_usual_what_is_a_change_and_who_has_gone_is_as_in_the_whole_history(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int agreements,
      @ForAll @IntRange(min = 1, max = 300) int size) {
    var signals = History.of(RandomHistory.withAgreements(seed, agreements, size)).sorted();
    var state = engine.start();
    var naive = new Naive();
    for (var signal : signals) {
      engine.apply(state, signal);
      naive.take(signal);
      assertThat(state.changes()).isEqualTo(naive.changes);
      assertThat(state.standing(state.lastAt())).isEqualTo(naive.standing(state.lastAt()));
    }
    assertThat(state.agreements()).hasSameSizeAs(naive.agreements.values());
    for (var agreement : state.agreements()) {
      assertThat(agreement.usual()).isEqualTo(naive.agreements.get(agreement.id()).usual.usual());
    }
    assertThat(CustomerState.decode(state.encode()).encode()).isEqualTo(state.encode());
  }

  @Test
  void a_change_in_the_first_of_ten_agreements_is_seen() {
    var signals = tenAgreements();
    signals.add(visit(0, "A", 20));
    signals.add(visit(0, "B", 50));
    assertThat(engine.replay(signals).changes()).isEqualTo(1);
  }

  @Test
  void whoever_cancelled_nine_of_ten_agreements_is_still_a_customer() {
    var signals = tenAgreements();
    for (var number = 1; number < 10; number++) {
      signals.add(new AgreementCancelled(id("agreement " + number), days(100 + number), "PRICE"));
    }
    assertThat(engine.score(engine.replay(signals), days(200)).standing())
        .isEqualTo(CustomerStatus.ACTIVE);
    signals.add(new AgreementCancelled(id("agreement 0"), days(150), "PRICE"));
    assertThat(engine.score(engine.replay(signals), days(200)).standing())
        .isEqualTo(CustomerStatus.CANCELLED);
  }

  @Test
  void the_first_of_six_open_complaints_stays_open_when_the_others_are_settled() {
    var signals = tenAgreements();
    for (var number = 0; number < 6; number++) {
      signals.add(
          new ComplaintReceived(id("case " + number), days(20 + number), Severity.LOW, "PRICE"));
    }
    for (var number = 1; number < 6; number++) {
      signals.add(new ComplaintResolved(id("case " + number), days(40 + number), Answer.YES));
    }
    assertThat(engine.replay(signals).openCases())
        .extracting(OpenCase::complaintId)
        .containsExactly(id("case 0"));
  }

  @Test
  void the_technician_promised_for_each_of_ten_agreements_is_remembered() {
    var signals = tenAgreements();
    for (var number = 0; number < 10; number++) {
      signals.add(
          new PromiseMade(
              id("promise " + number),
              PromiseKind.SAME_TECHNICIAN,
              days(10 + number),
              id("A" + number)));
    }
    assertThat(engine.replay(signals).promises()).hasSize(10);
  }

  @Test
  void a_customer_with_fifty_agreements_fits_into_six_kilobytes() {
    var random = new Random(1);
    var signals = new ArrayList<Signal>();
    for (var number = 0; number < 50; number++) {
      signals.add(
          new AgreementStarted(
              id("agreement " + number), days(random.nextInt(900)), id("T" + number % 20), 30));
      for (var visit = 0; visit < 30; visit++) {
        signals.add(visit(number, "T" + number % 20, 900 + random.nextInt(900)));
      }
    }
    assertThat(engine.replay(signals).encode().length).isLessThan(6 * 1_024);
  }

  private static List<Signal> tenAgreements() {
    var signals = new ArrayList<Signal>();
    for (var number = 0; number < 10; number++) {
      signals.add(new AgreementStarted(id("agreement " + number), days(number), id("A"), 30));
    }
    return signals;
  }

  private static VisitCompleted visit(int agreement, String technician, int day) {
    return new VisitCompleted(
        id("visit " + agreement + technician + day),
        id("agreement " + agreement),
        days(day),
        id(technician),
        null,
        ChangeReason.NONE,
        Permanence.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN);
  }

  private static Instant days(int days) {
    return START.plusSeconds(days * 86_400L);
  }

  /** All agreements in a map, nothing forgotten, nothing saved. */
  private static final class Naive {

    private static final class Agreement {
      UsualTechnician<UUID> usual = UsualTechnician.startingWith(null);
      double intervalDays = AgreementState.USUAL_INTERVAL_DAYS;
      long last;
      long ends = Long.MAX_VALUE;
      boolean visited;
      boolean cancelled;

      boolean runs(long at) {
        return ends == Long.MAX_VALUE
            || at < Math.max(ends, EpochMicros.plusDays(last, 3 * intervalDays));
      }
    }

    private final Map<UUID, Agreement> agreements = new HashMap<>();
    private int changes;

    void take(Signal signal) {
      if (signal instanceof AgreementStarted started) {
        var agreement = agreement(started.agreementId(), started.at());
        agreement.intervalDays = started.visitIntervalDays();
        agreement.ends =
            started.endsAt() == null ? Long.MAX_VALUE : EpochMicros.of(started.endsAt());
        if (!agreement.visited) {
          agreement.last = EpochMicros.of(started.at());
        }
        if (agreement.usual.usual() == null) {
          agreement.usual =
              new UsualTechnician<>(started.technicianId(), agreement.usual.unconfirmed());
        }
      } else if (signal instanceof AgreementCancelled cancelled) {
        agreement(cancelled.agreementId(), cancelled.at()).cancelled = true;
      } else if (signal instanceof VisitMissed missed) {
        came(agreement(missed.agreementId(), missed.at()), missed.at());
      } else if (signal instanceof VisitCompleted visit) {
        var agreement = agreement(visit.agreementId(), visit.at());
        came(agreement, visit.at());
        var step =
            agreement.usual.after(
                new CompletedVisit<>(
                    visit.technicianId(),
                    visit.plannedTechnicianId(),
                    visit.changeReason() != ChangeReason.NONE,
                    visit.changeReason() == ChangeReason.CUSTOMER_REQUEST,
                    visit.permanence(),
                    visit.told() == Answer.YES,
                    visit.introduced() == Answer.YES));
        agreement.usual = step.usual();
        changes += step.outcome().isTechnicianChange() ? 1 : 0;
      }
    }

    private Agreement agreement(UUID id, Instant at) {
      return agreements.computeIfAbsent(
          id,
          unknown -> {
            var agreement = new Agreement();
            agreement.last = EpochMicros.of(at);
            return agreement;
          });
    }

    private static void came(Agreement agreement, Instant at) {
      agreement.last = EpochMicros.of(at);
      agreement.visited = true;
    }

    CustomerStatus standing(long at) {
      if (agreements.isEmpty()) {
        return CustomerStatus.PROSPECT;
      }
      var left = agreements.values().stream().filter(one -> !one.cancelled).toList();
      if (left.isEmpty()) {
        return CustomerStatus.CANCELLED;
      }
      return left.stream().anyMatch(one -> one.runs(at))
          ? CustomerStatus.ACTIVE
          : CustomerStatus.LAPSED;
    }
  }
}
