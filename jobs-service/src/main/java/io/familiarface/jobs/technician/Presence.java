package io.familiarface.jobs.technician;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Whether somebody can come on a day.
 *
 * @param awayUntil the last day of the absence that the day falls into; null if there is none
 * @param workingHours a JSON array of {@link WorkingHours}
 * @param licenceEnded whether a licence by which they were chosen has ended by then
 */
public record Presence(
    @Nested Employment employment,
    LocalDate day,
    LocalDate awayUntil,
    String workingHours,
    boolean licenceEnded) {

  public boolean isThere() {
    return employment.covers(day) && awayUntil == null;
  }

  /** Whether a visit may begin on the day at this time. */
  public boolean works(LocalTime time) {
    return Suitability.works(
        WorkingHoursJson.INSTANCE.convertToEntityAttribute(workingHours), day, time);
  }

  public String name() {
    return employment.name();
  }

  /** Refuses a day on which nobody by this name worked here. */
  public void requireEmployed(String pointer) {
    employment.requireOn(day, pointer);
  }
}
