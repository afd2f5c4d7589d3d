package io.familiarface.risk.state;

/** What a completed visit meant for who is usual. */
public enum VisitOutcome {
  /** The usual technician came, or came back. */
  BY_USUAL,
  /** A new technician for good, of whom she was told and to whom she was introduced before. */
  GOOD_HANDOVER,
  /** Somebody else, because she asked for it. */
  BY_REQUEST,
  /** Somebody else: a technician change. */
  CHANGE
}
