package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A technician as far as it matters here, from our copy or as jobs-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Technician(
    UUID id,
    String externalId,
    String name,
    List<String> skills,
    LocalDate leftOn,
    @JsonIgnore List<Absence> absences) {

  public Technician {
    absences = absences == null ? List.of() : absences;
  }

  /** Away on that day, or no longer with the company. */
  public boolean isAwayOn(LocalDate day) {
    return (leftOn != null && leftOn.isBefore(day))
        || absences.stream().anyMatch(absence -> absence.includes(day));
  }
}
