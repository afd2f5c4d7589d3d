package io.familiarface.feedback.complaint;

/** Whether a complaint still asks for something. */
enum ComplaintState {
  OPEN,
  RESOLVED
}
