package io.familiarface.customers.conduct;

/** What happened, or what we did about it. */
public enum ConductKind {
  INCIDENT,
  /** "One more, and I end this call." */
  LIMIT_STATED,
  CALL_ENDED,
  /** Something was tried to keep the customer. */
  RETENTION_ATTEMPT,
  MANAGER_TALK,
  WRITTEN_WARNING
}
