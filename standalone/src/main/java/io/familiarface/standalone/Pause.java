package io.familiarface.standalone;

/** Waiting for something that does not tell when it is there. */
final class Pause {
  private Pause() {}

  static void ofMillis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while waiting.", e);
    }
  }
}
