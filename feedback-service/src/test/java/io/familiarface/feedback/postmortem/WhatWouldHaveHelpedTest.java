package io.familiarface.feedback.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.postmortem.Counterfactual.Kind;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatWouldHaveHelpedTest {
  private static final Instant START = Instant.parse("2025-01-06T09:00:00Z");
  private static final UUID AGREEMENT = new UUID(0, 1);
  private static final UUID PROMISE = new UUID(0, 2);
  private static final UUID ALAN = new UUID(0, 3);
  private static final UUID BEN = new UUID(0, 4);
  private static final Wording WORDING =
      new Wording(Map.of(ALAN, "Alan", BEN, "Ben")::get, ZoneOffset.UTC);

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
  private final List<Signal> history = new ArrayList<>();
  private int visits;

  @Test
  void nothing_would_have_where_everything_went_well() {
    signs();
    comes(ALAN);
    comes(ALAN);
    assertThat(helped().each()).isEmpty();
    assertThat(helped().together()).isEqualTo(helped().probability());
  }

  @Test
  void the_usual_technician_instead_of_a_stranger_whose_visit_broke_a_promise() {
    signs();
    history.add(new PromiseMade(PROMISE, PromiseKind.SAME_TECHNICIAN, START, ALAN));
    comes(ALAN);
    VisitCompleted stranger = comesInstead(BEN, ChangeReason.ABSENT, Permanence.THIS_VISIT);
    history.add(
        new PromiseBroken(PROMISE, PromiseKind.SAME_TECHNICIAN, stranger.at(), stranger.visitId()));
    WhatWouldHaveHelped helped = helped();
    assertThat(helped.each().get(0).what().kind()).isEqualTo(Kind.SEND_USUAL);
    assertThat(helped.each().get(0).what().withdrawn()).hasSize(1);
    assertThat(Findings.of(helped, helped.each().get(0)))
        .startsWith("Had Alan come on 7 Mar 2025 in place of Ben: ");
    assertThat(helped.each().get(0).probability()).isLessThan(helped.probability());
    assertThat(helped.together()).isEqualTo(helped.each().get(0).probability());
  }

  @Test
  void of_a_change_for_good_only_the_notice() {
    signs();
    comes(ALAN);
    comesInstead(BEN, ChangeReason.LEFT_COMPANY, Permanence.FOR_GOOD);
    comes(BEN);
    assertThat(helped().each())
        .extracting(help -> help.what().kind())
        .containsExactly(Kind.TELL_AND_INTRODUCE);
  }

  @Test
  void somebody_coming_and_a_complaint_settled_and_both_together_most() {
    signs();
    comes(ALAN);
    UUID missed = new UUID(1, ++visits);
    history.add(new VisitMissed(missed, AGREEMENT, at(visits)));
    UUID complaint = new UUID(2, 1);
    history.add(
        new ComplaintReceived(complaint, at(visits).plusSeconds(60), Severity.HIGH, "SERVICE"));
    WhatWouldHaveHelped helped = helped();
    assertThat(helped.each())
        .extracting(help -> help.what().kind())
        .containsExactlyInAnyOrder(Kind.COME, Kind.SETTLE_COMPLAINT);
    assertThat(helped.together())
        .isLessThan(helped.each().get(0).probability())
        .isLessThan(helped.probability());
  }

  @Test
  void a_complaint_that_was_settled_soon_could_not_have_been_settled_better() {
    signs();
    comes(ALAN);
    UUID complaint = new UUID(2, 1);
    history.add(new ComplaintReceived(complaint, at(1).plusSeconds(60), Severity.LOW, "PRICE"));
    history.add(new ComplaintResolved(complaint, at(1).plus(Duration.ofDays(2)), Answer.YES));
    assertThat(helped().each()).isEmpty();
  }

  private WhatWouldHaveHelped helped() {
    List<Signal> inOrder = history.stream().sorted(Signal.ORDER).toList();
    return WhatWouldHaveHelped.of(engine, inOrder, at(visits + 1), WORDING);
  }

  private void signs() {
    history.add(new AgreementStarted(AGREEMENT, START, ALAN, 30));
  }

  private void comes(UUID technician) {
    add(technician, technician, ChangeReason.NONE, Permanence.UNKNOWN, Answer.UNKNOWN);
  }

  private VisitCompleted comesInstead(UUID technician, ChangeReason why, Permanence howLong) {
    return add(technician, ALAN, why, howLong, Answer.NO);
  }

  private VisitCompleted add(
      UUID technician, UUID planned, ChangeReason why, Permanence howLong, Answer prepared) {
    VisitCompleted visit =
        new VisitCompleted(
            new UUID(1, ++visits),
            AGREEMENT,
            at(visits),
            technician,
            planned,
            why,
            howLong,
            prepared,
            prepared,
            Answer.YES);
    history.add(visit);
    return visit;
  }

  private static Instant at(int visit) {
    return START.plus(Duration.ofDays(30L * visit));
  }
}
