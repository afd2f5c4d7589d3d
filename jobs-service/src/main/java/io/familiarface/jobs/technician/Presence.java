package io.familiarface.jobs.technician;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Whether somebody can come on a day.
 *
 * @param awayUntil the last day of the absence that the day falls into; null if there is none
 */
public record Presence(@Nested Employment employment, LocalDate day, LocalDate awayUntil) {

  public boolean isThere() {
    return employment.covers(day) && awayUntil == null;
  }

  public String name() {
    return employment.name();
  }

  /** Refuses a day on which nobody by this name worked here. */
  public void requireEmployed(String pointer) {
    employment.requireOn(day, pointer);
  }
}
