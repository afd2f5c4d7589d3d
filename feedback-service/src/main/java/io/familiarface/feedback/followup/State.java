package io.familiarface.feedback.followup;

/** How far a call has come. */
enum State {
  /** To be made. */
  OPEN,
  /** She was reached. */
  DONE,
  /** There is no need for it any more. */
  DROPPED
}
