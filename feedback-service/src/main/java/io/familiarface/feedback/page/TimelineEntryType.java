package io.familiarface.feedback.page;

import io.familiarface.risk.signal.SignalKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry of the timeline tells of; at one instant, in this order. */
@Schema(name = "TimelineEntryType")
public enum TimelineEntryType {
  AGREEMENT_STARTED,
  BURNED_BEFORE,
  PROMISE_MADE,
  FEEDBACK_REQUESTED,
  VISIT_COMPLETED,
  VISIT_MISSED,
  VISIT_NOT_MADE,
  PROMISE_BROKEN,
  PROMISE_KEPT,
  PROMISE_RELEASED,
  SURPRISED,
  DISENGAGED,
  COMPLAINT_RECEIVED,
  COMPLAINT_RESOLVED,
  COMPLAINT_REOPENED,
  FEEDBACK_GIVEN,
  MOOD_NOTED,
  INVOICE_TROUBLED,
  INVOICE_SETTLED,
  FLAG_RAISED,
  CALLED,
  AGREEMENT_CANCELLED,
  FLAG_CLEARED,
  FLAG_KEPT,
  FLAG_LOST;

  static TimelineEntryType of(SignalKind kind) {
    return valueOf(kind.name());
  }
}
