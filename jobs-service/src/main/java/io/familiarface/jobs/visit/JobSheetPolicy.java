package io.familiarface.jobs.visit;

import io.familiarface.jobs.JobsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether somebody whom the customer does not expect has to read the job sheet first. */
@ApplicationScoped
class JobSheetPolicy {
  private final boolean substitutesMustRead;

  JobSheetPolicy(
      @ConfigProperty(name = "familiar.job-sheet.substitutes-must-read", defaultValue = "false")
          boolean substitutesMustRead) {
    this.substitutesMustRead = substitutesMustRead;
  }

  /**
   * Refuses the completion of a visit by a substitute who has not acknowledged the sheet.
   *
   * @param readBy who has; null if nobody
   */
  void requireRead(Visit visit, UUID readBy) {
    boolean substitute = !Objects.equals(visit.technicianId, visit.plannedTechnicianId);
    if (substitutesMustRead && substitute && !Objects.equals(readBy, visit.technicianId)) {
      throw JobsProblem.JOB_SHEET_UNREAD.because(
          "The customer expects somebody else, so whoever comes reads the job sheet first. Read it,"
              + " acknowledge it by POST /v1/visits/%s/job-sheet/acknowledgement, then complete the"
                  .formatted(visit.id)
              + " visit.");
    }
  }
}
