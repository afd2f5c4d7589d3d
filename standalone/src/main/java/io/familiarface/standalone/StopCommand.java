package io.familiarface.standalone;

import io.familiarface.postgres.FolderLock;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
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

  @Mixin Place place;
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Home home = place.home();
    Optional<RunningRecord> running = place.running();
    if (running.isPresent()) {
      try (var progress = new Progress(System.out)) {
        progress.step("Stopping Familiar Face", () -> stop(home, running.get()));
      }
      return 0;
    }
    endWhatIsLeft(home);
    return 0;
  }

  private static void stop(Home home, RunningRecord running) {
    ProcessHandle launcher =
        ProcessHandle.of(running.launcher())
            .orElseThrow(() -> new Trouble("It has just ended by itself: try again."));
    if (!launcher.destroy()) {
      throw new Trouble(
          "Process " + running.launcher() + " belongs to somebody else: stop it as that user.");
    }
    Instant deadline = Instant.now().plus(LONGEST);
    while (FolderLock.isHeld(home.lock())) {
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            "Process " + running.launcher() + " did not end within two minutes: kill -9 it.");
      }
      Pause.ofMillis(100);
    }
    // All is stopped; the process itself may need another moment to be gone.
    launcher.onExit().completeOnTimeout(launcher, 5, TimeUnit.SECONDS).join();
  }

  private void endWhatIsLeft(Home home) {
    Optional<FolderLock> lock =
        Files.isDirectory(home.folder()) ? FolderLock.tryTake(home.lock()) : Optional.empty();
    int ended = 0;
    if (lock.isPresent()) {
      try (FolderLock held = lock.get()) {
        ended = LeftBehind.end(home);
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            ended == 0
                ? "Familiar Face does not run in " + home.folder()
                : "Ended " + ended + " services that a killed launcher had left behind.");
  }
}
