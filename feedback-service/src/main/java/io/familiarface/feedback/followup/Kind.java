package io.familiarface.feedback.followup;

/** What a call is for. */
enum Kind {
  /** She is likely to leave: hear what is wrong. */
  CONCERN,
  /** The same, and somebody else is planned for her next visit: tell her before he comes. */
  COMING_CHANGE
}
