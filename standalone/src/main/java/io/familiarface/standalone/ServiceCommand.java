package io.familiarface.standalone;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line of a service's JVM: its memory, its compilers, its archive of classes. */
public final class ServiceCommand {
  /** Options of the JVM that come after ours and prevail, as a system property; blanks between. */
  public static final String MORE_OPTIONS = "familiar.jvm-options";

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
            // Room for what a start keeps, so that it needs no full collection to find more; and
            // for new objects, so that fewer requests wait for a young one.
            "-Xms64m",
            "-XX:NewSize=24m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // The archive of classes lies where it was written for. Moved elsewhere, as it would
            // be, every page of it is written to and becomes memory of this process alone.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // The second compiler takes what is ten times as hot as it usually has to be, which
            // little is while a service starts. What that gains is in bench/README.md.
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            "-XX:+ExitOnOutOfMemoryError"));
    if (knows("TrimNativeHeapInterval")) {
      // What the compilers held while the service started, the C library would keep for good.
      command.add("-XX:TrimNativeHeapInterval=5000");
    }
    Arrays.stream(System.getProperty(MORE_OPTIONS, "").split("\\s+"))
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    command.addAll(ClassDataArchives.configured().startOf(jar));
    return command;
  }

  /** Whether the JVM of the services, which is the one that runs here, has an option. */
  private static boolean knows(String option) {
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(option);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
