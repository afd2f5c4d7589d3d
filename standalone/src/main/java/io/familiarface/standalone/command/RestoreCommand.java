package io.familiarface.standalone.command;

import io.familiarface.standalone.Progress;
import io.familiarface.standalone.SavedSystem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Brings back what ./familiar backup saved.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin InstanceOptions instance;

  @Parameters(paramLabel = "FILE", description = "What ./familiar backup wrote.")
  Path file;

  @Option(
      names = "--replace",
      description = "Also where there are data already; those are kept beside them.")
  boolean replace;

  @Override
  public Integer call() {
    try (var progress = new Progress(System.out)) {
      new SavedSystem(file).restore(instance.dataDirectory(), instance.ports(), replace, progress);
      progress.say("Restored. Start it by ./familiar start");
    }
    return 0;
  }
}
