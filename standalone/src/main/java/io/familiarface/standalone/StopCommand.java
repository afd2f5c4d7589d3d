package io.familiarface.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stop",
    description = "Stops everything in good order; nothing is lost.",
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Mixin Place place;

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
    while (HomeLock.isHeld(home)) {
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            "Process " + running.launcher() + " did not end within two minutes: kill -9 it.");
      }
      Pause.ofMillis(100);
    }
  }

  private static void endWhatIsLeft(Home home) {
    Optional<HomeLock> lock =
        java.nio.file.Files.isDirectory(home.folder()) ? HomeLock.tryTake(home) : Optional.empty();
    int ended = 0;
    if (lock.isPresent()) {
      try (HomeLock held = lock.get()) {
        ended = LeftBehind.end(home);
      }
    }
    System.out.println(
        ended == 0
            ? "Familiar Face does not run in " + home.folder()
            : "Ended " + ended + " services that a killed launcher had left behind.");
  }
}
