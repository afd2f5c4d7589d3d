package io.familiarface.feedback.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What this service knows of a technician: a name for the reasons, when they can come, and what
 * they learned.
 */
public record TechnicianCopy(
    UUID id,
    String externalId,
    String name,
    String branch,
    LocalDate leftOn,
    List<Absence> absences,
    List<Training> trainings,
    long revision) {

  /** Older than anything the feed will say: a copy that was asked for, not told. */
  static final long ASKED_FOR = -1;

  public TechnicianCopy {
    absences = absences == null ? List.of() : List.copyOf(absences);
    trainings = trainings == null ? List.of() : List.copyOf(trainings);
  }

  /** Whether they still work here on a day. */
  public boolean worksHereOn(LocalDate day) {
    return leftOn == null || !day.isAfter(leftOn);
  }

  /** The first day, from the given one on, without an absence. */
  public LocalDate presentFrom(LocalDate day) {
    LocalDate candidate = day;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Absence absence : absences) {
        if (absence.until() != null && absence.covers(candidate)) {
          candidate = absence.until().plusDays(1);
          moved = true;
        }
      }
    }
    return candidate;
  }
}
