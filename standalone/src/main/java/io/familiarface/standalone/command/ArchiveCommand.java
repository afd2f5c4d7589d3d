package io.familiarface.standalone.command;

import io.familiarface.standalone.ArchiveRun;
import io.familiarface.standalone.Progress;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "archive",
    description =
        "Writes down the classes of the services, so that they start quickly with this JDK. The"
            + " build does it; nothing that runs is touched.")
final class ArchiveCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    try (var progress = new Progress(System.out)) {
      var run = new ArchiveRun(InstanceOptions.root(), progress);
      if (run.isDone()) {
        progress.say("The archives of this build and this JDK are there.");
      } else {
        run.run();
      }
      return 0;
    }
  }
}
