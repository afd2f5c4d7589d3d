package io.familiarface.history.recognition;

import io.familiarface.history.Destination;

/** Hears of lines that are not sent. */
public interface UnsentListener {
  /** A line that says nothing new. */
  void unchanged(Destination destination);

  /** A line that can't be sent, because nobody can tell whose it is. */
  void refuse(Destination destination, long line, String externalId, String why);
}
