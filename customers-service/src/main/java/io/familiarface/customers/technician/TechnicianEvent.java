package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The state of a technician as the feed {@code technicians} tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TechnicianEvent(
    UUID id,
    String externalId,
    String name,
    List<String> skills,
    LocalDate leftOn,
    List<Absence> absences,
    long revision) {
  TechnicianEvent {
    skills = skills == null ? List.of() : skills;
    absences = absences == null ? List.of() : absences;
  }

  /**
   * Days on which a technician does not come, first and last one included. Why is nobody's business
   * here.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Absence(LocalDate from, LocalDate until) {}
}
