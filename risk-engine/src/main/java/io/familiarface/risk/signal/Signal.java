package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that happened between a company and a customer, at its business time. Signals of one
 * customer have a total order ({@link #ORDER}), so that whatever order they arrive in, they make
 * one history.
 */
public sealed interface Signal
    permits AgreementStarted,
        AgreementCancelled,
        VisitCompleted,
        VisitMissed,
        VisitNotMade,
        PromiseMade,
        PromiseBroken,
        PromiseKept,
        PromiseReleased,
        FeedbackRequested,
        FeedbackGiven,
        ComplaintReceived,
        ComplaintResolved,
        ComplaintReopened,
        MoodNoted,
        BurnedBefore,
        Surprised,
        Disengaged,
        InvoiceTroubled,
        InvoiceSettled {

  /** By instant, then by kind, then by key. */
  Comparator<Signal> ORDER =
      Comparator.comparing(Signal::at).thenComparing(Signal::kind).thenComparing(Signal::key);

  Instant at();

  SignalKind kind();

  SignalKey key();
}
