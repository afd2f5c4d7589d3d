package io.familiarface.risk.signal;

/**
 * The kinds of signals, in the order in which they are taken when they carry the same instant: what
 * makes the relation comes before what happens in it, causes before effects, the end last.
 */
public enum SignalKind {
  AGREEMENT_STARTED(AgreementStarted.class),
  BURNED_BEFORE(BurnedBefore.class),
  PROMISE_MADE(PromiseMade.class),
  FEEDBACK_REQUESTED(FeedbackRequested.class),
  VISIT_COMPLETED(VisitCompleted.class),
  VISIT_MISSED(VisitMissed.class),
  VISIT_NOT_MADE(VisitNotMade.class),
  PROMISE_BROKEN(PromiseBroken.class),
  PROMISE_KEPT(PromiseKept.class),
  PROMISE_RELEASED(PromiseReleased.class),
  SURPRISED(Surprised.class),
  DISENGAGED(Disengaged.class),
  COMPLAINT_RECEIVED(ComplaintReceived.class),
  COMPLAINT_RESOLVED(ComplaintResolved.class),
  COMPLAINT_REOPENED(ComplaintReopened.class),
  FEEDBACK_GIVEN(FeedbackGiven.class),
  MOOD_NOTED(MoodNoted.class),
  INVOICE_TROUBLED(InvoiceTroubled.class),
  INVOICE_SETTLED(InvoiceSettled.class),
  AGREEMENT_CANCELLED(AgreementCancelled.class);

  private final Class<? extends Signal> type;

  SignalKind(Class<? extends Signal> type) {
    this.type = type;
  }

  /** The record that holds a signal of this kind, for whoever stores signals as documents. */
  public Class<? extends Signal> type() {
    return type;
  }
}
