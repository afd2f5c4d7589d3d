package io.familiarface.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The table, written anew after each part, so that a run that breaks off leaves what it had. */
final class Report {
  private final Path file;
  private final Instant at = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final boolean quick;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<RequestRow> requests = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param suffix what the file's name ends with; empty for a whole run
   */
  Report(Path folder, String suffix) throws IOException {
    quick = suffix.startsWith("-quick");
    Files.createDirectories(folder);
    String name = at.toString().substring(0, 16).replace(':', '-');
    file = folder.resolve(name + suffix + ".md");
  }

  void add(Measurement measurement) {
    measurements.add(measurement);
    System.out.println(measurement.row());
    write();
  }

  void add(RequestRow request) {
    requests.add(request);
    System.out.println(request.row());
    write();
  }

  /** A part that could not be measured costs only itself. */
  void failed(String part, Throwable why) {
    failures.add(part + ": " + why);
    System.out.println(part + " could not be measured");
    why.printStackTrace(System.out);
    write();
  }

  boolean isWhole() {
    return failures.isEmpty();
  }

  Path file() {
    return file;
  }

  private void write() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Figures of " + at + (quick ? " (quick: a smoke test, the figures mean little)" : ""));
    lines.add("");
    lines.add(
        "%d processors, Java %s, %s %s. What each line means and how it is got: [README](../README.md)."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    lines.add("");
    lines.add("| what | measured | aim | | how |");
    lines.add("|---|---|---|---|---|");
    measurements.forEach(each -> lines.add(each.row()));
    if (!requests.isEmpty()) {
      lines.add("");
      lines.add(RequestRow.HEAD);
      requests.forEach(each -> lines.add(each.row()));
    }
    if (!failures.isEmpty()) {
      lines.add("");
      lines.add("Not measured:");
      failures.forEach(failure -> lines.add("- " + failure.replaceAll("\\s+", " ")));
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be written", e);
    }
  }
}
