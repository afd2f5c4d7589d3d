package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call is for. */
@Schema(name = "FollowUpKind")
enum FollowUpKind {
  /** The customer is likely to leave: hear what is wrong. */
  CONCERN,
  /** The same, and somebody else is planned for the next visit: tell the customer before. */
  COMING_CHANGE
}
