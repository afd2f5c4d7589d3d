package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call is for. */
@Schema(name = "FollowUpKind")
enum Kind {
  /** She is likely to leave: hear what is wrong. */
  CONCERN,
  /** The same, and somebody else is planned for her next visit: tell her before he comes. */
  COMING_CHANGE
}
