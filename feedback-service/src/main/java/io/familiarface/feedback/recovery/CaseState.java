package io.familiarface.feedback.recovery;

/** How far the mending of what a customer complained of has come. */
public enum CaseState {
  /** Nobody has looked into it yet. */
  RECEIVED,
  /** What happened, and whose fault it was, is known. */
  ASSESSED,
  /** Somebody has apologised and promised what will change. */
  OWNED,
  /** A remedy is agreed that is worth more than whoever agreed on it may give. */
  AWAITING_APPROVAL,
  /** Company and customer agree on what will make it good. */
  REMEDY_AGREED,
  /** What was agreed has been done. */
  REMEDIED,
  /** The customer is asked, weeks and months later, how they are. */
  REBUILDING,
  /** The customer says that it is good again, or has been silent for long. */
  CLOSED,
  /** The customer says that it will not be good again. */
  LOST;

  /** Whether it still asks for something. */
  public boolean isOpen() {
    return this != CLOSED && this != LOST;
  }
}
