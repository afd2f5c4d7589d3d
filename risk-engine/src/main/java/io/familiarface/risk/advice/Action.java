package io.familiarface.risk.advice;

/** What a company can do to keep a customer. */
public enum Action {
  MOVE_VISIT_TO_USUAL_TECHNICIAN,
  TELL_BEFOREHAND,
  TELL_AND_INTRODUCE_BEFOREHAND,
  KEEP_THE_TECHNICIAN,
  CALL_NOW,
  CLOSE_THE_CASE
}
