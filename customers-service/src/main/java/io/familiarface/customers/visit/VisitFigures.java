package io.familiarface.customers.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * The visits to a customer, counted: the figures that a company is proud of.
 *
 * @param onTimeShare of the visits of which it is known; null when it is known of none
 * @param technicians how many different people came
 */
public record VisitFigures(
    long completed, long missed, Double onTimeShare, long technicians, Instant lastVisitAt) {

  public static VisitFigures of(List<Came> came) {
    long onTimeKnown = sum(came, Came::onTimeKnown);
    return new VisitFigures(
        sum(came, Came::completed),
        sum(came, Came::missed),
        onTimeKnown == 0 ? null : (double) sum(came, Came::onTime) / onTimeKnown,
        came.stream().filter(one -> one.technicianId() != null && one.completed() > 0).count(),
        came.stream()
            .map(Came::lastVisitAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  private static long sum(List<Came> came, ToLongFunction<Came> of) {
    return came.stream().mapToLong(of).sum();
  }
}
