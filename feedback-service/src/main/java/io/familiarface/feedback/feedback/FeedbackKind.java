package io.familiarface.feedback.feedback;

/** What kind of words they are. */
enum FeedbackKind {
  CONCERN,
  PRAISE,
  COMPLAINT,
  SURVEY
}
