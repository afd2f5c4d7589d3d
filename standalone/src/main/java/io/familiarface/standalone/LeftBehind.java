package io.familiarface.standalone;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Services that still run although their launcher is gone. */
final class LeftBehind {
  private static final long SECONDS_TO_END = 20;

  private LeftBehind() {}

  /** Ends them; to be called by whoever holds the lock of the folder. */
  static int end(Home home) {
    List<ProcessHandle> left =
        RunningRecord.read(home).stream()
            .flatMap(record -> record.services().values().stream())
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .filter(LeftBehind::isService)
            .toList();
    left.forEach(ProcessHandle::destroy);
    left.forEach(LeftBehind::awaitEnd);
    RunningRecord.remove(home);
    return left.size();
  }

  /** The number may since have been given to some other program, which is left alone. */
  private static boolean isService(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .commandLine()
            .filter(line -> line.contains("quarkus-run.jar"))
            .isPresent();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process does not fail", e);
    }
  }
}
