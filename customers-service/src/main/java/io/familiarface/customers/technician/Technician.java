package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A technician as far as it matters here, from our copy or as jobs-service tells it.
 *
 * @param awayFrom the first days of absences; the n-th belongs to the n-th last day
 * @param awayUntil the last days of absences, included
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Technician(
    UUID id,
    String externalId,
    String name,
    List<String> skills,
    LocalDate leftOn,
    @JsonIgnore List<LocalDate> awayFrom,
    @JsonIgnore List<LocalDate> awayUntil) {

  /** Away on that day, or no longer with the company. */
  public boolean isAwayOn(LocalDate day) {
    return (leftOn != null && leftOn.isBefore(day))
        || IntStream.range(0, awayFrom.size())
            .anyMatch(n -> !day.isBefore(awayFrom.get(n)) && !day.isAfter(awayUntil.get(n)));
  }
}
