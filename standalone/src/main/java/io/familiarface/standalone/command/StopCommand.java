package io.familiarface.standalone.command;

import io.familiarface.postgres.FolderLock;
import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.OrphanedServices;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.RunningInstance;
import io.familiarface.standalone.UserError;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "stop", description = "Stops everything in good order; nothing is lost.")
final class StopCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Mixin InstanceOptions instance;
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    DataDirectory data = instance.dataDirectory();
    Optional<RunningInstance> running = instance.running();
    if (running.isPresent()) {
      try (var progress = new Progress(System.out)) {
        progress.step("Stopping Familiar Face", () -> stop(data, running.get()));
      }
      return 0;
    }
    terminateOrphans(data);
    return 0;
  }

  private static void stop(DataDirectory data, RunningInstance running) {
    ProcessHandle launcher =
        ProcessHandle.of(running.launcher())
            .orElseThrow(() -> new UserError("It has just ended by itself: try again."));
    if (!launcher.destroy()) {
      throw new UserError(
          "Process " + running.launcher() + " belongs to somebody else: stop it as that user.");
    }
    if (!Polling.until(LONGEST, () -> !FolderLock.isHeld(data.lock()))) {
      throw new UserError(
          "Process " + running.launcher() + " did not end within two minutes: kill -9 it.");
    }
    // All is stopped; the process itself may need another moment to be gone.
    launcher.onExit().completeOnTimeout(launcher, 5, TimeUnit.SECONDS).join();
  }

  private void terminateOrphans(DataDirectory data) {
    Optional<FolderLock> lock =
        Files.isDirectory(data.path()) ? FolderLock.tryTake(data.lock()) : Optional.empty();
    int ended = 0;
    if (lock.isPresent()) {
      try (FolderLock held = lock.get()) {
        ended = OrphanedServices.terminate(data);
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            ended == 0
                ? "Familiar Face does not run in " + data.path()
                : "Ended " + ended + " services that a killed launcher had left behind.");
  }
}
