package io.familiarface.standalone.demo;

import java.util.List;

/** What the company sells. */
record Program(String name, Cadence cadence, int leastPrice, int mostPrice) {
  static final List<Program> FOR_HOUSEHOLDS =
      List.of(
          new Program("Monthly ant and spider control", Cadence.MONTHLY, 55, 75),
          new Program("Monthly rodent control", Cadence.MONTHLY, 69, 95),
          new Program("Monthly mosquito and tick care", Cadence.MONTHLY, 72, 98),
          new Program("Quarterly home protection", Cadence.QUARTERLY, 109, 149),
          new Program("Quarterly home protection", Cadence.QUARTERLY, 109, 149));

  static final List<Program> FOR_BUSINESSES =
      List.of(
          new Program("Monthly rodent control", Cadence.MONTHLY, 89, 129),
          new Program("Monthly rodent control", Cadence.MONTHLY, 89, 129),
          new Program("Kitchen and store-room service", Cadence.FORTNIGHTLY, 95, 165),
          new Program("Warehouse and loading-dock service", Cadence.FORTNIGHTLY, 120, 190),
          new Program("Quarterly termite watch", Cadence.QUARTERLY, 180, 240));
}
