package io.familiarface.jobs.substitute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/**
 * What a visit asks of whoever is sent.
 *
 * @param on the company's day of {@code at}, and {@code time} its time of day
 * @param timed whether somebody has said that time; else it takes nobody's
 * @param length as long as nobody can be elsewhere
 * @param skillsWanted those of the technician whom the agreement sends
 * @param declined technicians whom the customer asked not to be sent
 */
public record VisitDemand(
    UUID visitId,
    Instant at,
    LocalDate on,
    LocalTime time,
    boolean timed,
    Duration length,
    Set<String> skillsWanted,
    Set<UUID> declined) {

  public VisitDemand {
    skillsWanted = Set.copyOf(skillsWanted);
    declined = Set.copyOf(declined);
  }

  /** The same visit at another time. */
  public VisitDemand movedTo(Instant to, LocalDate day, LocalTime timeOfDay, boolean timeSaid) {
    return new VisitDemand(visitId, to, day, timeOfDay, timeSaid, length, skillsWanted, declined);
  }
}
