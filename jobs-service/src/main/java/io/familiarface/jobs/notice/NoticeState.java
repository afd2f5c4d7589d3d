package io.familiarface.jobs.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the telling of a change has come. */
@Schema(
    description =
        "OPEN: nobody has told the customer, and there is time; LATE: there is none "
            + "left; SENT in a letter; FAILED: the letter could not be sent, somebody has to "
            + "phone; TOLD by a person.")
public enum NoticeState {
  /** Nobody has told the customer, and there is time. */
  OPEN,
  /** Written to the customer. */
  SENT,
  /** A letter could not be sent: somebody has to phone. */
  FAILED,
  /** Somebody spoke with the customer. */
  TOLD,
  /** Nobody has told the customer within the notice period. It is no state that is kept. */
  LATE
}
