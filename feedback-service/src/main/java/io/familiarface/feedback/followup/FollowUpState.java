package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a call has come. */
@Schema(name = "FollowUpState")
enum FollowUpState {
  /** To be made. */
  OPEN,
  /** The customer was reached. */
  DONE,
  /** There is no need for it any more. */
  DROPPED,
  /** Not made on purpose, to learn whether calling helps; see the experiment. */
  HELD_BACK
}
