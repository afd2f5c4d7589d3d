package io.familiarface.jobs.history;

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
