package io.familiarface.risk.state;

import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.BurnedBefore;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.FeedbackRequested;
import io.familiarface.risk.signal.InvoiceSettled;
import io.familiarface.risk.signal.InvoiceTroubled;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKept;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.Surprised;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.signal.VisitNotMade;
import java.util.Optional;
import java.util.UUID;

/** What each signal does to the state; visits have {@link VisitUpdater}. */
final class StateUpdater {

  private final CustomerState state;
  private final HalfLives halfLives;
  private final VisitUpdater visits;

  StateUpdater(CustomerState state, HalfLives halfLives) {
    this.state = state;
    this.halfLives = halfLives;
    visits = new VisitUpdater(state, halfLives);
  }

  void take(Signal signal) {
    var at = EpochMicros.of(signal.at());
    switch (signal.kind()) {
      case VISIT_COMPLETED -> visits.completed((VisitCompleted) signal, at);
      case VISIT_MISSED -> visits.missed((VisitMissed) signal, at);
      case VISIT_NOT_MADE -> visits.notMade((VisitNotMade) signal, at);
      case AGREEMENT_STARTED -> started((AgreementStarted) signal, at);
      case AGREEMENT_CANCELLED -> cancelled((AgreementCancelled) signal, at);
      case PROMISE_MADE -> promised((PromiseMade) signal, at);
      case PROMISE_BROKEN -> broken((PromiseBroken) signal, at);
      case PROMISE_KEPT -> forget(((PromiseKept) signal).promiseId());
      case PROMISE_RELEASED -> forget(((PromiseReleased) signal).promiseId());
      case FEEDBACK_REQUESTED ->
          state.remember(
              ReferenceKind.UNANSWERED_REQUEST, ((FeedbackRequested) signal).requestId(), at, 0);
      case FEEDBACK_GIVEN -> said((FeedbackGiven) signal, at);
      case COMPLAINT_RECEIVED -> complained((ComplaintReceived) signal, at);
      case COMPLAINT_RESOLVED -> resolved((ComplaintResolved) signal, at);
      case COMPLAINT_REOPENED -> reopened((ComplaintReopened) signal, at);
      case MOOD_NOTED -> felt((MoodNoted) signal, at);
      case BURNED_BEFORE ->
          state.burned = new DatedReference(((BurnedBefore) signal).customerId(), at, 0);
      case SURPRISED -> surprised((Surprised) signal, at);
      case DISENGAGED -> disengaged((Disengaged) signal, at);
      case INVOICE_TROUBLED -> troubled((InvoiceTroubled) signal, at);
      case INVOICE_SETTLED -> settled(((InvoiceSettled) signal).invoiceId());
    }
  }

  private void started(AgreementStarted agreement, long at) {
    visits.track(agreement.agreementId(), at).started(agreement);
  }

  private void cancelled(AgreementCancelled cancellation, long at) {
    visits.track(cancellation.agreementId(), at).cancelledAt = at;
    if (cancellation.isByCompany()) {
      state.flags.clear(at);
    } else {
      state.flags.lose(at, state.completed);
    }
  }

  private void promised(PromiseMade promise, long at) {
    state.promises.add(
        new ActivePromise(promise.promiseId(), promise.promise(), at, promise.technicianId(), 0),
        ActivePromise::aboutTechnician);
  }

  /**
   * A promise about the technician that is broken already is broken again only by a visit that was
   * a technician change: a newcomer who turned out to be the usual one does not hurt anew each
   * time. One visit that breaks two promises counts once.
   */
  private void broken(PromiseBroken promise, long at) {
    var made = promise(promise.promiseId());
    var came = whoCameInstead(promise.visitId());
    var again = made.isPresent() && made.get().broken();
    if (again && promise.promise() == PromiseKind.SAME_TECHNICIAN && came.isEmpty()) {
      return;
    }
    if (state.breaches.list().stream().noneMatch(breach -> breach.at() == at)) {
      add(DecayingSignal.BROKEN_PROMISE, 1, at);
    }
    state.breaches.add(
        new PromiseBreach(
            promise.promiseId(),
            promise.promise(),
            made.map(ActivePromise::madeAt).orElse(0L),
            made.map(ActivePromise::technicianId).orElse(null),
            at,
            promise.visitId(),
            came.orElse(null),
            1 + made.map(ActivePromise::timesBroken).orElse(0)));
    made.ifPresent(
        one -> {
          forget(one.promiseId());
          state.promises.add(one.brokenOnceMore(), ActivePromise::aboutTechnician);
        });
  }

  private Optional<ActivePromise> promise(UUID id) {
    return state.promises.list().stream().filter(one -> one.promiseId().equals(id)).findFirst();
  }

  private Optional<UUID> whoCameInstead(UUID visitId) {
    return state.recentChanges.list().stream()
        .filter(change -> change.visitId().equals(visitId))
        .map(TechnicianChange::came)
        .findFirst();
  }

  private void forget(UUID promiseId) {
    state.promises.removeIf(one -> one.promiseId().equals(promiseId));
  }

  private void said(FeedbackGiven feedback, long at) {
    state.references.get(ReferenceKind.UNANSWERED_REQUEST).clear();
    var mark = SatisfactionTrend.mark(feedback);
    if (!Double.isNaN(mark)) {
      state.satisfaction.add(mark, at);
      state.remember(ReferenceKind.MARK, feedback.feedbackId(), at, (int) Math.round(mark * 10));
    }
  }

  private void complained(ComplaintReceived complaint, long at) {
    var open = new OpenCase(complaint.complaintId(), at, complaint.severity());
    state.openCases.add(open);
    state.remember(ReferenceKind.COMPLAINT, complaint.complaintId(), at, 0);
    add(DecayingSignal.COMPLAINT, open.gravity(), at);
    add(DecayingSignal.FAILURE, 1, at);
  }

  private void resolved(ComplaintResolved complaint, long at) {
    state.openCases.removeIf(open -> open.complaintId().equals(complaint.complaintId()));
    switch (complaint.satisfied()) {
      case YES -> add(DecayingSignal.RECOVERED, 1, at);
      case NO -> add(DecayingSignal.RECOVERED, -0.5, at);
      case UNKNOWN -> {}
    }
  }

  private void reopened(ComplaintReopened complaint, long at) {
    var id = complaint.complaintId();
    var severity =
        state.openCases.list().stream()
            .filter(open -> open.complaintId().equals(id))
            .map(OpenCase::severity)
            .findFirst()
            .orElse(Severity.MEDIUM);
    state.openCases.removeIf(open -> open.complaintId().equals(id));
    state.openCases.add(new OpenCase(id, at, severity));
    state.remember(ReferenceKind.REOPENING, id, at, 0);
    add(DecayingSignal.REOPENED, 1, at);
    add(DecayingSignal.FAILURE, 1, at);
  }

  private void felt(MoodNoted noted, long at) {
    switch (noted.mood()) {
      case DISTRESSED, ANGRY -> {
        add(DecayingSignal.DISTRESS, 1, at);
        state.remember(ReferenceKind.BAD_MOOD, noted.interactionId(), at, noted.mood().ordinal());
      }
      case ANXIOUS -> add(DecayingSignal.DISTRESS, 0.4, at);
      case GRATEFUL -> add(DecayingSignal.DISTRESS, -0.4, at);
      case CALM -> {}
    }
  }

  private void surprised(Surprised surprise, long at) {
    state.remember(ReferenceKind.SURPRISE, surprise.surpriseId(), at, 0);
    add(DecayingSignal.SURPRISE, 1, at);
  }

  private void disengaged(Disengaged drawn, long at) {
    state.remember(ReferenceKind.DISENGAGEMENT, drawn.disengagementId(), at, drawn.how().ordinal());
    add(DecayingSignal.DISENGAGEMENT, 1, at);
  }

  private void troubled(InvoiceTroubled invoice, long at) {
    settled(invoice.invoiceId());
    state.remember(
        ReferenceKind.TROUBLED_INVOICE, invoice.invoiceId(), at, invoice.trouble().ordinal());
  }

  private void settled(UUID invoiceId) {
    state
        .references
        .get(ReferenceKind.TROUBLED_INVOICE)
        .removeIf(invoice -> invoice.id().equals(invoiceId));
  }

  private void add(DecayingSignal signal, double amount, long at) {
    state.sums.add(signal, amount, at, halfLives);
  }
}
