package io.familiarface.feedback.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/** Days, both included, on which a technician is not to be had; why is nobody's business here. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Absence(LocalDate from, LocalDate until) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
