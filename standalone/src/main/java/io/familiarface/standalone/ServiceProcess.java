package io.familiarface.standalone;

import io.familiarface.postgres.JvmWatchdog;
import io.familiarface.postgres.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of one service as a child process. It ends with this JVM, however that goes. */
final class ServiceProcess {
  private static final long SECONDS_TO_END = 30;
  private static final long SECONDS_TO_WRITE_AN_ARCHIVE = 300;

  // Ctrl-C reaches the whole group in the terminal; the launcher alone decides about the order.
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "service");

  private static final String END =
      """
      kill "$0" 2>/dev/null
      for second in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$0" 2>/dev/null || exit 0
        sleep 1
      done
      kill -9 "$0"
      """;

  private final Path jar;
  private final Process process;
  private final JvmWatchdog watchdog;
  private final URI url;

  private ServiceProcess(Path jar, Process process, JvmWatchdog watchdog, URI url) {
    this.jar = jar;
    this.process = process;
    this.watchdog = watchdog;
    this.url = url;
  }

  /** What tells the command line of a service of this data folder from those of others. */
  static String mark(DataDirectory data) {
    return "-Dfamiliar.data=" + data.path();
  }

  static ServiceProcess start(
      Path jar, DataDirectory data, Path log, URI url, Map<String, String> environment) {
    var command = new ArrayList<>(DEAF_TO_CTRL_C);
    command.addAll(ServiceCommand.of(jar, List.of(mark(data))));
    try {
      new LogFile(log).rotateIfLarge();
      var builder =
          new ProcessBuilder(command)
              .directory(log.getParent().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      JvmWatchdog watchdog =
          JvmWatchdog.runAfterExit(List.of("sh", "-c", END, Long.toString(process.pid())));
      return new ServiceProcess(jar, process, watchdog, url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isReady() {
    return isAlive() && ServiceClient.anonymous(url).isReady();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  void requestStop() {
    process.destroy();
  }

  void awaitStop() {
    ClassDataArchives archives = ClassDataArchives.configured();
    long patience = archives.writing() ? SECONDS_TO_WRITE_AN_ARCHIVE : SECONDS_TO_END;
    try {
      if (process.waitFor(patience, TimeUnit.SECONDS)) {
        archives.keepWritten(jar);
      } else {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watchdog.close();
    }
  }
}
