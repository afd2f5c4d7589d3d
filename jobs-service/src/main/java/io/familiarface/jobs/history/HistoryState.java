package io.familiarface.jobs.history;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description =
        "NONE: nobody has sent a list yet; READING and SENDING while it runs; DONE; "
            + "ASKS: something must be answered first; REFUSED: it can't be read at all; "
            + "STOPPED: it broke off, and may be sent again.")
enum HistoryState {
  /** Nobody has sent a history yet. */
  NONE,
  READING,
  SENDING,
  /** A dry run is over, or everything was sent. */
  DONE,
  /** Something must be answered first, such as the order of day and month; nothing came in. */
  ASKS,
  /** The file can't be read at all; nothing came in. */
  REFUSED,
  /** It broke off; what is in stays in, and the same file may be sent again. */
  STOPPED;

  boolean isRunning() {
    return this == READING || this == SENDING;
  }
}
