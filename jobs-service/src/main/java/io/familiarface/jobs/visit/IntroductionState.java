package io.familiarface.jobs.visit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an introduction has come. */
@Schema(
    description =
        "OPEN; DONE, the customer has met whoever comes next; DROPPED, it is not to be; "
            + "NEEDED, it can't be when it was to be and needs another time.")
public enum IntroductionState {
  OPEN,
  /** The customer has met whoever comes next, with whom they know beside. */
  DONE,
  /** It is not to be: not wanted, or whoever it was for does not come. */
  DROPPED,
  /** It cannot be when it was to be, and whoever it is for still comes: it needs another time. */
  NEEDED
}
