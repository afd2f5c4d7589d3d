package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Milliseconds of processor time that processes have used so far, as {@code /proc/PID/stat} tells;
 * empty where there is no {@code /proc}.
 *
 * @param millis by what used them: the name of a service, {@link #database} of a role, or {@link
 *     #SERVER} for what PostgreSQL does for nobody in particular
 */
record ProcessorTime(Map<String, Double> millis) {
  static final String SERVER = "PostgreSQL itself";
  private static final double MILLIS_A_TICK = 10;
  private static final int PARENT = 1;
  private static final int USER = 11;

  static String database(String role) {
    return "PostgreSQL for " + role;
  }

  /**
   * @param postmaster the process that all others of the server have begun
   */
  static ProcessorTime now(Map<String, Long> services, long postmaster) throws IOException {
    Map<String, Double> millis = new TreeMap<>();
    if (!Files.exists(Path.of("/proc/self/stat"))) {
      return new ProcessorTime(millis);
    }
    services.forEach((name, pid) -> add(millis, name, pid, 2));
    // With the times of those that have ended, such as the connections of pgbench.
    add(millis, SERVER, postmaster, 4);
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(ProcessorTime::isProcess).toList()) {
        long pid = Long.parseLong(process.getFileName().toString());
        String[] fields = fields(pid);
        if (fields != null && Long.parseLong(fields[PARENT]) == postmaster) {
          add(millis, owner(pid), pid, 2);
        }
      }
    }
    return new ProcessorTime(millis);
  }

  double since(ProcessorTime before, String name) {
    return millis.getOrDefault(name, 0.0) - before.millis.getOrDefault(name, 0.0);
  }

  double total(ProcessorTime before) {
    return millis.keySet().stream().mapToDouble(name -> since(before, name)).sum();
  }

  private static void add(Map<String, Double> millis, String name, long pid, int times) {
    String[] fields = fields(pid);
    for (int i = 0; fields != null && i < times; i++) {
      millis.merge(name, Double.parseDouble(fields[USER + i]) * MILLIS_A_TICK, Double::sum);
    }
  }

  /** What follows the name of the program, which may have blanks; null when the process is gone. */
  private static String[] fields(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return null;
    }
  }

  /** A connection calls itself {@code postgres: ROLE DATABASE ADDRESS(PORT) STATE}. */
  private static String owner(long pid) {
    try {
      String title =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
      for (Service service : Service.values()) {
        if (title.startsWith("postgres: " + service.shortName() + " " + service.shortName())) {
          return database(service.shortName());
        }
      }
      return title.startsWith("postgres: postgres postgres") ? database("postgres") : SERVER;
    } catch (IOException e) {
      return SERVER;
    }
  }

  private static boolean isProcess(Path path) {
    return path.getFileName().toString().chars().allMatch(Character::isDigit);
  }
}
