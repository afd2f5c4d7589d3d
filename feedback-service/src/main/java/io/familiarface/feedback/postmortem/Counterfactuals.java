package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.postmortem.Counterfactual.Kind;
import io.familiarface.feedback.words.Words;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.whatif.VisitConsequences;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What could have gone otherwise in a history: each visit, promise and complaint that went wrong,
 * with what would have been instead. Of a change for good only the notice can be asked after: had
 * the usual technician come that once, whoever came later would be the stranger.
 */
final class Counterfactuals {
  private static final Duration SOON = Duration.ofDays(7);

  private final List<Signal> history;
  private final Instant end;
  private final Wording wording;
  private final List<Counterfactual> found = new ArrayList<>();

  private Counterfactuals(List<Signal> history, Instant end, Wording wording) {
    this.history = history;
    this.end = end;
    this.wording = wording;
  }

  /**
   * @param history in order
   * @param end no later instant is imagined
   * @return in the order of time
   */
  static List<Counterfactual> of(
      RiskEngine engine, List<Signal> history, Instant end, Wording wording) {
    Counterfactuals all = new Counterfactuals(history, end, wording);
    CustomerState before = engine.start();
    for (Signal signal : history) {
      all.look(signal, before);
      engine.apply(before, signal);
    }
    return all.found;
  }

  private void look(Signal signal, CustomerState before) {
    if (signal instanceof VisitCompleted visit) {
      completed(visit, VisitConsequences.agreementOf(before, visit.agreementId()));
    } else if (signal instanceof VisitMissed visit) {
      missed(visit, VisitConsequences.agreementOf(before, visit.agreementId()));
    } else if (signal instanceof PromiseBroken broken && broken.visitId() == null) {
      broken(broken);
    } else if (signal instanceof ComplaintReceived complaint) {
      complained(complaint);
    }
  }

  private void completed(VisitCompleted visit, AgreementState agreement) {
    String day = wording.day(visit.at());
    String who = wording.technician(visit.technicianId());
    if (agreement != null && agreement.outcomeOf(visit).isTechnicianChange()) {
      UUID usual = agreement.usual();
      if (usual != null
          && visit.changeReason() != ChangeReason.LEFT_COMPANY
          && visit.permanence() != Permanence.FOR_GOOD) {
        instead(
            Kind.SEND_USUAL,
            visit,
            by(usual, visit),
            agreement,
            "%s come on %s in place of %s".formatted(wording.technician(usual), day, who));
      }
      if (visit.told() != Answer.YES || visit.introduced() != Answer.YES) {
        instead(
            Kind.TELL_AND_INTRODUCE,
            visit,
            prepared(visit),
            agreement,
            "the customer been told before %s that %s would come, and met them"
                .formatted(day, who));
      }
    }
    if (visit.onTime() == Answer.NO) {
      instead(Kind.COME_ON_TIME, visit, onTime(visit), agreement, who + " been on time on " + day);
    }
  }

  private void instead(
      Kind kind,
      VisitCompleted was,
      VisitCompleted instead,
      AgreementState agreement,
      String words) {
    boolean stillBreaks = agreement != null && agreement.outcomeOf(instead).isTechnicianChange();
    found.add(
        new Counterfactual(
            kind,
            was.at(),
            was.visitId(),
            stillBreaks ? Set.of() : breachesOf(was.visitId()),
            List.of(instead),
            words));
  }

  private void missed(VisitMissed visit, AgreementState agreement) {
    if (agreement == null || agreement.usual() == null) {
      return;
    }
    UUID usual = agreement.usual();
    found.add(
        new Counterfactual(
            Kind.COME,
            visit.at(),
            visit.visitId(),
            breachesOf(visit.visitId()),
            List.of(
                new VisitCompleted(
                    visit.visitId(),
                    visit.agreementId(),
                    visit.at(),
                    usual,
                    usual,
                    ChangeReason.NONE,
                    Permanence.UNKNOWN,
                    Answer.UNKNOWN,
                    Answer.UNKNOWN,
                    Answer.UNKNOWN)),
            "%s come on %s, when nobody came"
                .formatted(wording.technician(usual), wording.day(visit.at()))));
  }

  private void broken(PromiseBroken broken) {
    found.add(
        new Counterfactual(
            Kind.KEEP_PROMISE,
            broken.at(),
            broken.promiseId(),
            Set.of(broken.key()),
            List.of(),
            "the promise of %s been kept on %s"
                .formatted(Words.of(broken.promise()), wording.day(broken.at()))));
  }

  private void complained(ComplaintReceived complaint) {
    Instant soon = complaint.at().plus(SOON);
    Instant settled = soon.isAfter(end) ? end : soon;
    if (isSettledBy(settled, complaint.complaintId())) {
      return;
    }
    found.add(
        new Counterfactual(
            Kind.SETTLE_COMPLAINT,
            complaint.at(),
            complaint.complaintId(),
            after(complaint.complaintId()).map(Signal::key).collect(Collectors.toSet()),
            List.of(new ComplaintResolved(complaint.complaintId(), settled, Answer.YES)),
            "the complaint of %s been settled within %d days, to the customer's satisfaction"
                .formatted(wording.day(complaint.at()), SOON.toDays())));
  }

  private boolean isSettledBy(Instant at, UUID complaint) {
    List<Signal> after = after(complaint).toList();
    return after.size() == 1
        && after.get(0) instanceof ComplaintResolved resolved
        && resolved.satisfied() != Answer.NO
        && !resolved.at().isAfter(at);
  }

  /** How a complaint went on. */
  private Stream<Signal> after(UUID complaint) {
    return history.stream()
        .filter(
            signal ->
                signal instanceof ComplaintResolved resolved
                        && resolved.complaintId().equals(complaint)
                    || signal instanceof ComplaintReopened reopened
                        && reopened.complaintId().equals(complaint));
  }

  private Set<SignalKey> breachesOf(UUID visit) {
    Set<SignalKey> breaches = new HashSet<>();
    for (Signal signal : history) {
      if (signal instanceof PromiseBroken broken && visit.equals(broken.visitId())) {
        breaches.add(broken.key());
      }
    }
    return breaches;
  }

  private static VisitCompleted by(UUID technician, VisitCompleted visit) {
    return new VisitCompleted(
        visit.visitId(),
        visit.agreementId(),
        visit.at(),
        technician,
        technician,
        ChangeReason.NONE,
        Permanence.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        visit.onTime());
  }

  private static VisitCompleted prepared(VisitCompleted visit) {
    return copy(visit, Answer.YES, Answer.YES, visit.onTime());
  }

  private static VisitCompleted onTime(VisitCompleted visit) {
    return copy(visit, visit.told(), visit.introduced(), Answer.YES);
  }

  private static VisitCompleted copy(
      VisitCompleted visit, Answer told, Answer introduced, Answer onTime) {
    return new VisitCompleted(
        visit.visitId(),
        visit.agreementId(),
        visit.at(),
        visit.technicianId(),
        visit.plannedTechnicianId(),
        visit.changeReason(),
        visit.permanence(),
        told,
        introduced,
        onTime);
  }
}
