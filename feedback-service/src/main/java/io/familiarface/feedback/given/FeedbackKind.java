package io.familiarface.feedback.given;

/** What kind of words they are. */
enum FeedbackKind {
  CONCERN,
  PRAISE,
  COMPLAINT,
  SURVEY
}
