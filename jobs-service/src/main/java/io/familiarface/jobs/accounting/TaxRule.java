package io.familiarface.jobs.accounting;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rate of tax, and for what it holds; what is left out holds everywhere.
 *
 * @param rate such as 0.07
 */
record TaxRule(
    Optional<String> country, Optional<String> region, Optional<String> program, BigDecimal rate) {

  boolean holdsFor(Place place, String service) {
    return holds(country, place.country())
        && holds(region, place.region())
        && holds(program, service);
  }

  /** How many things it names: one that names more comes before one that names less. */
  long precision() {
    return Stream.of(country, region, program).filter(Optional::isPresent).count();
  }

  private static boolean holds(Optional<String> asked, String given) {
    return asked.isEmpty() || asked.get().equalsIgnoreCase(given);
  }

  /** Where a service is given; either part is null if it is not known. */
  record Place(String country, String region) {
    static final Place UNKNOWN = new Place(null, null);
  }
}
