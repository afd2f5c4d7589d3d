package io.familiarface.feedback.followup;

/** Why a call was dropped. */
enum DropReason {
  FLAG_CLEARED,
  FLAG_KEPT,
  FLAG_LOST,
  FLAG_WITHDRAWN,
  NOT_NEEDED,
  /** What it was about is over. */
  NO_LONGER_DUE,
  /** Another call to the same customer, which is open, speaks of it too. */
  IN_ANOTHER_CALL
}
