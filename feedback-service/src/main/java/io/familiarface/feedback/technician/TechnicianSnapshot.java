package io.familiarface.feedback.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A technician as the feed {@code technicians} tells it. */
record TechnicianSnapshot(
    UUID id,
    String externalId,
    String name,
    String branch,
    LocalDate leftOn,
    List<Absence> absences,
    long revision) {

  TechnicianCopy toCopy() {
    return new TechnicianCopy(id, externalId, name, branch, leftOn, absences, revision);
  }
}
