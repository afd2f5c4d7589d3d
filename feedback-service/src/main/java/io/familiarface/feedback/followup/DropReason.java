package io.familiarface.feedback.followup;

/** Why a call was dropped. */
enum DropReason {
  FLAG_CLEARED,
  FLAG_KEPT,
  FLAG_LOST,
  FLAG_WITHDRAWN,
  NOT_NEEDED
}
