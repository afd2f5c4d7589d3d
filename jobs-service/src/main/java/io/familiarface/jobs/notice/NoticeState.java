package io.familiarface.jobs.notice;

/** How far the telling of a change has come. */
public enum NoticeState {
  /** Nobody has told the customer, and there is time. */
  OPEN,
  /** Written to the customer. */
  SENT,
  /** A letter could not be sent: somebody has to phone. */
  FAILED,
  /** Somebody spoke with the customer. */
  TOLD,
  /** Nobody has told the customer within the notice period. It is no state that is kept. */
  LATE
}
