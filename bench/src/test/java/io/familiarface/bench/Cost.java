package io.familiarface.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What requests came to: how many a second, and for each the milliseconds of processor time of the
 * service, of the connections of its role with what the server does for all, and of the neighbours.
 */
record Cost(double rate, double service, double database, double neighbours) {

  static Cost of(Contender contender, Contender.Turn turn, ProcessorTime from, ProcessorTime to) {
    double requests = Math.max(1, turn.requests());
    return new Cost(
        turn.rate(),
        contender.service().map(name -> to.since(from, name)).orElse(0.0) / requests,
        (to.since(from, ProcessorTime.database(contender.role()))
                + to.since(from, ProcessorTime.SERVER))
            / requests,
        contender.neighbours().stream().mapToDouble(name -> to.since(from, name)).sum() / requests);
  }

  /** Each figure's own median. */
  static Cost median(List<Cost> all) {
    return new Cost(
        median(all, Cost::rate),
        median(all, Cost::service),
        median(all, Cost::database),
        median(all, Cost::neighbours));
  }

  /** Of the two turns of a round. */
  static Cost mean(Cost one, Cost other) {
    return new Cost(
        (one.rate + other.rate) / 2,
        (one.service + other.service) / 2,
        (one.database + other.database) / 2,
        (one.neighbours + other.neighbours) / 2);
  }

  private static double median(List<Cost> all, ToDoubleFunction<Cost> figure) {
    List<Double> sorted =
        all.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
