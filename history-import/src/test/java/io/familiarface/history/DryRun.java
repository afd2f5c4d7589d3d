package io.familiarface.history;

import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Says in a few lines how a file is understood. */
final class DryRun {
  private DryRun() {}

  public static void main(String[] args) throws IOException {
    var options = HistoryOptions.in(ZoneId.of("America/New_York"));
    try (HistoryPlan plan = new HistoryReader(options).read(Path.of(args[0]), Progress.SILENT)) {
      System.out.println("rows " + plan.report().rows());
      System.out.println("visits " + plan.report().lines().get(Destination.VISITS));
      System.out.println("customers " + plan.report().lines().get(Destination.CUSTOMERS));
      System.out.println("rejected " + plan.report().rejectedCount());
    }
  }
}
