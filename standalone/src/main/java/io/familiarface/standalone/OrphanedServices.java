package io.familiarface.standalone;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Services that still run although their launcher is gone. */
public final class OrphanedServices {
  private static final long SECONDS_TO_END = 20;

  private OrphanedServices() {}

  /** Ends them; to be called by whoever holds the lock of the folder. */
  public static int terminate(DataDirectory data) {
    List<ProcessHandle> left =
        RunningInstance.read(data).stream()
            .flatMap(record -> record.services().values().stream())
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .filter(process -> isService(process, data))
            .toList();
    left.forEach(ProcessHandle::destroy);
    left.forEach(OrphanedServices::awaitExit);
    RunningInstance.remove(data);
    return left.size();
  }

  /**
   * The number may since have been given to some other program, be it a service of another data
   * folder, which is left alone.
   */
  private static boolean isService(ProcessHandle process, DataDirectory data) {
    return process.isAlive()
        && process
            .info()
            .commandLine()
            .filter(line -> line.contains(ServiceProcess.mark(data) + " "))
            .isPresent();
  }

  private static void awaitExit(ProcessHandle process) {
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
