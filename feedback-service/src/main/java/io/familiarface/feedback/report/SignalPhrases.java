package io.familiarface.feedback.report;

import io.familiarface.feedback.words.Words;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitNotMade;
import java.util.Locale;
import java.util.UUID;

/** What happened, in a sentence. */
final class SignalPhrases {
  private SignalPhrases() {}

  static String of(Signal signal, Wording wording) {
    return what(signal, wording) + " on " + wording.day(signal.at()) + ".";
  }

  private static String what(Signal signal, Wording wording) {
    return switch (signal.kind()) {
      case AGREEMENT_STARTED -> "The agreement started";
      case AGREEMENT_CANCELLED ->
          ((AgreementCancelled) signal).isByCompany()
              ? "We let the customer go"
              : "The customer cancelled";
      case BURNED_BEFORE -> "We heard that another company had let them down";
      case VISIT_COMPLETED ->
          wording.technician(((VisitCompleted) signal).technicianId()) + " came";
      case VISIT_MISSED -> "Nobody came";
      case VISIT_NOT_MADE ->
          switch (((VisitNotMade) signal).why()) {
            case CALLED_OFF -> "A visit was called off, of which the customer was told before,";
            case CUSTOMER_NOT_THERE -> "We came when the customer was not there";
          };
      case PROMISE_MADE -> made((PromiseMade) signal, wording);
      case PROMISE_BROKEN ->
          "The promise of " + Words.of(((PromiseBroken) signal).promise()) + " was broken";
      case PROMISE_KEPT -> "A promise was kept";
      case PROMISE_RELEASED -> "The customer was released from a promise in good order";
      case FEEDBACK_REQUESTED -> "We asked what they think";
      case FEEDBACK_GIVEN -> given((FeedbackGiven) signal);
      case COMPLAINT_RECEIVED -> "The customer complained";
      case COMPLAINT_RESOLVED -> resolved((ComplaintResolved) signal);
      case COMPLAINT_REOPENED -> "A settled complaint came back";
      case MOOD_NOTED ->
          "The customer was " + ((MoodNoted) signal).mood().name().toLowerCase(Locale.ROOT);
      case SURPRISED -> "Something came as a surprise to the customer";
      case DISENGAGED -> Words.of(((Disengaged) signal).how());
      case INVOICE_TROUBLED -> "There was trouble about an invoice";
      case INVOICE_SETTLED -> "An invoice was settled";
    };
  }

  private static String made(PromiseMade promise, Wording wording) {
    return promise.promise() == PromiseKind.SAME_TECHNICIAN && promise.technicianId() != null
        ? wording.technician(promise.technicianId()) + " was promised to the customer"
        : "The customer was promised " + Words.of(promise.promise());
  }

  private static String given(FeedbackGiven feedback) {
    return feedback.csat() == null
        ? "The customer told us what they think"
        : "The customer gave us " + feedback.csat() + " of 5";
  }

  private static String resolved(ComplaintResolved complaint) {
    return complaint.satisfied() == Answer.NO
        ? "The complaint was settled, not to the customer's satisfaction,"
        : "The complaint was settled";
  }

  /** The thing that the signal is about, as its key names it. */
  static Evidence evidence(Signal signal) {
    String[] parts = signal.key().value().split("/");
    return new Evidence(type(parts[0]), UUID.fromString(parts[1]), signal.at());
  }

  private static String type(String entity) {
    return switch (entity) {
      case "mood" -> "interaction";
      case "burned" -> "customer";
      default -> entity;
    };
  }
}
