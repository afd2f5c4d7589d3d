package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;

/** A parked event only waits behind another of its subject, which is to be settled first. */
public final class WaitsBehindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitsBehindException(Cursor first) {
    super("It only waits behind %s; settle that one first.".formatted(first));
  }
}
