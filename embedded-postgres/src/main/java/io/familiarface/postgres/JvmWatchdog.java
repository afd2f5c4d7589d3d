package io.familiarface.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs a command when this JVM is gone, however it went, {@code kill -9} included: a small shell
 * waits for the end of a pipe that only this JVM holds open.
 */
public final class JvmWatchdog implements AutoCloseable {
  private static final String WAIT =
      """
      trap '' INT HUP
      while read -r _; do :; done
      exec "$@"
      """;

  // A process object that nobody refers to is collected, and its pipe is closed with it.
  private static final Set<JvmWatchdog> OPEN = ConcurrentHashMap.newKeySet();

  private final Process waiting;

  private JvmWatchdog(Process waiting) {
    this.waiting = waiting;
  }

  /** The command must not need this JVM. Ctrl-C in the terminal does not reach it. */
  public static JvmWatchdog runAfterExit(List<String> command) {
    var whole = new ArrayList<>(List.of("sh", "-c", WAIT, "watchdog"));
    whole.addAll(command);
    try {
      Process waiting =
          ExternalCommand.builder(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      var watchdog = new JvmWatchdog(waiting);
      OPEN.add(watchdog);
      return watchdog;
    } catch (IOException e) {
      throw new PostgresException("No shell could be started: " + e.getMessage(), e);
    }
  }

  /** The command is not needed any more and will not run. */
  @Override
  public void close() {
    waiting.destroyForcibly();
    OPEN.remove(this);
  }
}
