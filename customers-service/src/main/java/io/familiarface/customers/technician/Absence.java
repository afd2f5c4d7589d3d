package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * Days on which a technician does not come, first and last one included. Why is nobody's business
 * here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Absence(LocalDate from, LocalDate until) {
  boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
