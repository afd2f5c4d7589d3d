package io.familiarface.feedback.page;

import io.familiarface.feedback.words.Words;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.InvoiceTrouble;
import io.familiarface.risk.signal.InvoiceTroubled;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitNotMade;
import io.familiarface.technicianchange.Permanence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Signals as entries of the timeline, each in a sentence. */
final class SignalEntries {
  private final Wording wording;
  private final Map<UUID, UUID> promised = new HashMap<>();

  /**
   * @param history all that happened to the customer: a promise is named by what was said when it
   *     was made
   */
  SignalEntries(Wording wording, Collection<Signal> history) {
    this.wording = wording;
    for (Signal signal : history) {
      if (signal instanceof PromiseMade made && made.technicianId() != null) {
        promised.put(made.promiseId(), made.technicianId());
      }
    }
  }

  TimelineEntry of(Signal signal) {
    String key = signal.key().value();
    TimelineEntry entry =
        TimelineEntry.of(
            key, signal.at(), TimelineEntryType.of(signal.kind()), subject(key), words(signal));
    if (signal instanceof VisitCompleted visit) {
      return entry.by(who(visit.technicianId()), isChange(visit));
    }
    if (signal instanceof PromiseMade promise && promise.technicianId() != null) {
      return entry.by(who(promise.technicianId()), false);
    }
    return signal instanceof FeedbackGiven feedback ? entry.marked(feedback.csat()) : entry;
  }

  /** A key is the thing's kind, its id, and the aspect of it. */
  private static UUID subject(String key) {
    return UUID.fromString(key.split("/")[1]);
  }

  private TimelineEntry.Who who(UUID technician) {
    return new TimelineEntry.Who(technician, wording.technician(technician));
  }

  private static boolean isChange(VisitCompleted visit) {
    return visit.plannedTechnicianId() != null
        && !Objects.equals(visit.plannedTechnicianId(), visit.technicianId())
        && visit.changeReason() != ChangeReason.CUSTOMER_REQUEST;
  }

  private String words(Signal signal) {
    return switch (signal.kind()) {
      case AGREEMENT_STARTED -> "The agreement started.";
      case AGREEMENT_CANCELLED -> cancelled((AgreementCancelled) signal);
      case BURNED_BEFORE -> "We heard that another company had let the customer down.";
      case VISIT_COMPLETED -> visit((VisitCompleted) signal);
      case VISIT_MISSED -> "Nobody came.";
      case VISIT_NOT_MADE ->
          switch (((VisitNotMade) signal).why()) {
            case CALLED_OFF -> "We called a visit off, and the customer was told before.";
            case CUSTOMER_NOT_THERE -> "We came, and the customer was not there.";
          };
      case PROMISE_MADE -> made((PromiseMade) signal);
      case PROMISE_BROKEN -> broken((PromiseBroken) signal);
      case PROMISE_KEPT -> "A promise was kept.";
      case PROMISE_RELEASED -> "We were released from a promise in good order.";
      case FEEDBACK_REQUESTED -> "We asked for feedback.";
      case FEEDBACK_GIVEN -> given((FeedbackGiven) signal);
      case COMPLAINT_RECEIVED -> "A complaint was received.";
      case COMPLAINT_RESOLVED -> resolved((ComplaintResolved) signal);
      case COMPLAINT_REOPENED -> "A settled complaint came back.";
      case MOOD_NOTED ->
          "The customer was " + ((MoodNoted) signal).mood().name().toLowerCase(Locale.ROOT) + ".";
      case SURPRISED -> "Something came as a surprise.";
      case DISENGAGED -> Words.of(((Disengaged) signal).how()) + ".";
      case INVOICE_TROUBLED ->
          ((InvoiceTroubled) signal).trouble() == InvoiceTrouble.OVERDUE
              ? "An invoice was overdue."
              : "An invoice was disputed.";
      case INVOICE_SETTLED -> "An invoice was settled.";
    };
  }

  private String visit(VisitCompleted visit) {
    String came = wording.technician(visit.technicianId()) + " came";
    String late = visit.onTime() == Answer.NO ? ", late" : "";
    if (!isChange(visit)) {
      return came + late + ".";
    }
    return came
        + late
        + " instead of "
        + wording.technician(visit.plannedTechnicianId())
        + why(visit.changeReason())
        + (visit.permanence() == Permanence.FOR_GOOD ? ", for good" : "")
        + "."
        + notice(visit);
  }

  private static String why(ChangeReason reason) {
    return switch (reason) {
      case ABSENT -> ", who was away";
      case LEFT_COMPANY -> ", who has left the company";
      case REASSIGNED -> ", who was sent elsewhere";
      case NONE, CUSTOMER_REQUEST, OTHER -> "";
    };
  }

  private static String notice(VisitCompleted visit) {
    return switch (visit.told()) {
      case YES ->
          visit.introduced() == Answer.YES
              ? " The customer had been told, and knew the newcomer."
              : visit.introduced() == Answer.NO
                  ? " The customer had been told, but had not met the newcomer."
                  : " The customer had been told.";
      case NO -> " The customer had not been told.";
      case UNKNOWN -> "";
    };
  }

  private String made(PromiseMade promise) {
    return promise.promise() == PromiseKind.SAME_TECHNICIAN && promise.technicianId() != null
        ? "It was promised that " + wording.technician(promise.technicianId()) + " would come."
        : "We promised " + Words.of(promise.promise()) + ".";
  }

  private String broken(PromiseBroken broken) {
    UUID technician = promised.get(broken.promiseId());
    return technician == null
        ? "The promise of " + Words.of(broken.promise()) + " was broken."
        : "The promise that " + wording.technician(technician) + " would come was broken.";
  }

  private static String given(FeedbackGiven feedback) {
    return feedback.csat() == null
        ? "The customer gave feedback."
        : "The customer gave us " + feedback.csat() + " of 5.";
  }

  private static String resolved(ComplaintResolved complaint) {
    return complaint.satisfied() == Answer.NO
        ? "The complaint was settled, but not to the customer's satisfaction."
        : "The complaint was settled.";
  }

  private static String cancelled(AgreementCancelled cancelled) {
    if (cancelled.isByCompany()) {
      return "We let the customer go.";
    }
    if (cancelled.reason() == null) {
      return "The customer cancelled.";
    }
    String reason = cancelled.reason().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "The customer cancelled. Reason on record: " + reason + ".";
  }
}
