package io.familiarface.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Training and back-test, each in a JVM with a heap of one gigabyte. */
final class TrainingTime implements Bench.Part {
  private final Workload workload;

  TrainingTime(Workload workload) {
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Map<String, String> training = run("train", workload.trainingCustomers());
    report.add(
        Measurement.atMost(
            "training on %,d person-visits".formatted(visits(training)),
            seconds(training),
            "s",
            60,
            "simulated, in a 1 GB heap; " + training.get("outcome").toLowerCase(Locale.ROOT)));
    Map<String, String> backTest = run("backtest", workload.backTestCustomers());
    report.add(
        Measurement.atMost(
            "back-test of 12 origins on %,d visits".formatted(visits(backTest)),
            seconds(backTest),
            "s",
            30,
            "simulated, in a 1 GB heap"));
  }

  private static long visits(Map<String, String> output) {
    return Long.parseLong(output.get("visits"));
  }

  private static double seconds(Map<String, String> output) {
    return Double.parseDouble(output.get("seconds"));
  }

  private static Map<String, String> run(String what, int customers) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProcess.class.getName(),
                what,
                Integer.toString(customers))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return output
        .lines()
        .filter(line -> line.matches("(outcome|visits|seconds) .*"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(' ')),
                line -> line.substring(line.indexOf(' ') + 1)));
  }
}
