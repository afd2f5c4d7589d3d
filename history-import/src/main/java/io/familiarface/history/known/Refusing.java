package io.familiarface.history.known;

import io.familiarface.history.Destination;

/** Hears of lines that can't be sent, because nobody can tell whose they are. */
public interface Refusing {
  void refuse(Destination destination, long line, String externalId, String why);
}
