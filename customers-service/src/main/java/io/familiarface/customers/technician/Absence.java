package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days on which a technician does not come, first and last one included. Why is nobody's business
 * here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Absence(LocalDate from, LocalDate until) {
  /** The n-th first day belongs to the n-th last day. */
  static List<Absence> paired(List<LocalDate> from, List<LocalDate> until) {
    return IntStream.range(0, from.size())
        .mapToObj(n -> new Absence(from.get(n), until.get(n)))
        .toList();
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
