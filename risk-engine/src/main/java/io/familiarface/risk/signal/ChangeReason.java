package io.familiarface.risk.signal;

/** Why somebody else came; {@code NONE} when no change was declared. */
public enum ChangeReason {
  NONE,
  ABSENT,
  LEFT_COMPANY,
  REASSIGNED,
  CUSTOMER_REQUEST,
  OTHER
}
