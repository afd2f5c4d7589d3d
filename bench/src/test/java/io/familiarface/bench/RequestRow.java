package io.familiarface.bench;

import java.util.OptionalDouble;

/**
 * One line of the table of requests.
 *
 * @param timesYardstick the rate as a multiple of the yardstick's
 * @param timesBare the rate as a multiple of that of bare statements
 * @param megabytes resident memory of the service; empty for bare statements
 */
record RequestRow(
    String what,
    int clients,
    Cost cost,
    double timesYardstick,
    double timesBare,
    OptionalDouble megabytes) {
  static final String HEAD =
      "| request | clients | a second | × yardstick | × bare statements | ms of the service"
          + " | ms of its database | ms of the neighbours | MB | a second and MB |\n"
          + "|---|---|---|---|---|---|---|---|---|---|";

  String row() {
    return "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            clients,
            Measurement.number(cost.rate()),
            Measurement.number(timesYardstick),
            Measurement.number(timesBare),
            Measurement.number(cost.service()),
            Measurement.number(cost.database()),
            Measurement.number(cost.neighbours()),
            megabytes.isEmpty() ? "" : Measurement.number(megabytes.getAsDouble()),
            megabytes.isEmpty() ? "" : Measurement.number(cost.rate() / megabytes.getAsDouble()));
  }
}
