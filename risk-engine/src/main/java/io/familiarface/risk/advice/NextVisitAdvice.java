package io.familiarface.risk.advice;

import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.VisitConsequences;
import io.familiarface.risk.whatif.WhatIfAnalysis;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be done about the visit that comes next. Whoever is planned although they are away or
 * has left will be replaced by somebody, and it is that visit which advice is held against.
 */
final class NextVisitAdvice {

  private static final UUID SOMEBODY_ELSE = new UUID(0, 1);

  private final DueVisit due;
  private final UUID usual;
  private final boolean change;
  private final AdviceConstraints possible;
  private final Wording wording;

  private NextVisitAdvice(
      DueVisit due, UUID usual, boolean change, AdviceConstraints possible, Wording wording) {
    this.due = due;
    this.usual = usual;
    this.change = change;
    this.possible = possible;
    this.wording = wording;
  }

  /** Empty when none is looked at, or their agreement has no usual technician yet. */
  static Optional<NextVisitAdvice> of(
      CustomerState state, AdviceConstraints possible, Wording wording) {
    var due = possible.next();
    var track = due == null ? null : VisitConsequences.agreementOf(state, due.agreementId());
    if (track == null || track.usual() == null) {
      return Optional.empty();
    }
    var planned = due.asPlanned();
    var change = planned != null && WhatIfAnalysis.isTechnicianChange(state, planned);
    return Optional.of(new NextVisitAdvice(due, track.usual(), change, possible, wording));
  }

  /** How it will go if nothing is done; null when nobody is planned and the usual one can come. */
  HypotheticalVisit asPlanned() {
    var planned = due.asPlanned();
    var comes = planned == null ? usual : planned.technicianId();
    return possible.canCome(comes, due.at()) ? planned : bySomebodyElse();
  }

  List<AdviceCandidate> ideas() {
    var ideas = new ArrayList<AdviceCandidate>();
    var asPlanned = asPlanned();
    var usualComes = asPlanned == null || asPlanned.technicianId().equals(usual);
    if (usualComes && due.asPlanned() == null) {
      ideas.add(keepTheTechnician());
    }
    if (asPlanned != null && (change || asPlanned != due.asPlanned())) {
      sendTheUsual().ifPresent(ideas::add);
      tellBeforehand(asPlanned, ideas);
    }
    return ideas;
  }

  private AdviceCandidate keepTheTechnician() {
    var text =
        due.scheduled()
            ? "Send %s, whom they know, on %s.".formatted(name(usual), wording.day(due.at()))
            : "Keep sending %s, whom they know; their next visit is due about %s."
                .formatted(name(usual), wording.day(due.at()));
    return AdviceCandidate.aboutVisit(Action.KEEP_THE_TECHNICIAN, text, byUsual(due.at()));
  }

  private Optional<AdviceCandidate> sendTheUsual() {
    var back = possible.availableFrom().get(usual);
    if (back == null) {
      return Optional.empty();
    }
    var when = back.isAfter(due.at()) ? back : due.at();
    return Optional.of(
        AdviceCandidate.aboutVisit(
            Action.MOVE_VISIT_TO_USUAL_TECHNICIAN, sendTheUsualText(when), byUsual(when)));
  }

  private String sendTheUsualText(Instant when) {
    var day = wording.day(due.at());
    if (!when.isAfter(due.at())) {
      return "Send %s, whom they know, on %s.".formatted(name(usual), day);
    }
    var text =
        due.scheduled()
            ? "Move the visit of %s to %s, when %s is back."
            : "Let their next visit, due about %s, wait until %s, when %s is back.";
    return text.formatted(day, wording.day(when), name(usual));
  }

  private void tellBeforehand(HypotheticalVisit coming, List<AdviceCandidate> ideas) {
    var day = wording.day(due.at());
    var known = coming == due.asPlanned();
    var who = known ? name(coming.technicianId()) : "somebody else";
    ideas.add(
        about(
            Action.TELL_BEFOREHAND,
            "Tell them before %s that %s will come.".formatted(day, who),
            told(coming, coming.introduced()),
            known));
    if (known) {
      ideas.add(
          about(
              Action.TELL_AND_INTRODUCE_BEFOREHAND,
              "Tell them before %s that %s will come, and introduce the two to each other."
                  .formatted(day, who),
              told(coming, Answer.YES),
              true));
    }
  }

  private static AdviceCandidate about(
      Action action, String text, HypotheticalVisit visit, boolean known) {
    return new AdviceCandidate(
        action, text, List.of(), visit, known ? visit.technicianId() : null, visit.scheduledAt());
  }

  private static HypotheticalVisit told(HypotheticalVisit coming, Answer introduced) {
    return new HypotheticalVisit(
        coming.agreementId(),
        coming.technicianId(),
        coming.scheduledAt(),
        coming.changeReason(),
        coming.permanence(),
        Answer.YES,
        introduced);
  }

  private HypotheticalVisit byUsual(Instant at) {
    return new HypotheticalVisit(due.agreementId(), usual, at, null, null, null, null);
  }

  private HypotheticalVisit bySomebodyElse() {
    return new HypotheticalVisit(
        due.agreementId(),
        SOMEBODY_ELSE,
        due.at(),
        ChangeReason.ABSENT,
        possible.availableFrom().containsKey(usual) ? Permanence.THIS_VISIT : Permanence.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN);
  }

  private String name(UUID technician) {
    return wording.technician(technician);
  }
}
