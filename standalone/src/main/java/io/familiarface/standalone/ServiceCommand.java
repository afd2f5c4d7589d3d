package io.familiarface.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a service's JVM: its memory, its compilers, its archive of classes. */
public final class ServiceCommand {
  private ServiceCommand() {}

  /**
   * @param jar the {@code quarkus-run.jar} of the service
   * @param first options that come before ours
   */
  public static List<String> of(Path jar, List<String> first) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(first);
    command.addAll(
        List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // The first compiler alone: half the time to start, a seventh less memory. What it
            // costs under long load is in bench/README.md.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(ClassDataArchives.configured().startOf(jar));
    return command;
  }
}
