package io.familiarface.rest.testing.wire;

import java.util.List;

/**
 * What a test asks of the proxy: tests and test resources live in different class loaders, so that
 * nothing but the platform lies between them.
 */
public interface PostgresProxyMXBean {
  /** Forgets what was recorded, and records from now on. */
  void startRecording();

  /**
   * The trips since the recording was started, of all connections; nothing is recorded any more.
   */
  List<Trip> stopRecording();

  /** One question to the server and its answer. */
  interface Trip {
    /** The process of the server that answered. */
    int getBackend();

    /** When the first byte of the answer came, by {@link System#nanoTime}. */
    long getAnsweredAt();

    /** What was sent together. */
    List<String> getStatements();
  }
}
