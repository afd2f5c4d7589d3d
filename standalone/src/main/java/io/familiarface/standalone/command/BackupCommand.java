package io.familiarface.standalone.command;

import io.familiarface.standalone.Progress;
import io.familiarface.standalone.SavedSystem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Saves all data in one file, while Familiar Face runs or not.")
final class BackupCommand implements Callable<Integer> {
  @Mixin InstanceOptions instance;

  @Parameters(paramLabel = "FILE", description = "A new file, such as familiar-2026-11-28.zip.")
  Path file;

  @Override
  public Integer call() {
    try (var progress = new Progress(System.out)) {
      new SavedSystem(file).write(instance.dataDirectory(), instance.ports(), progress);
      progress.say("Saved in " + file + "; keep it where nobody reads it who may not.");
    }
    return 0;
  }
}
