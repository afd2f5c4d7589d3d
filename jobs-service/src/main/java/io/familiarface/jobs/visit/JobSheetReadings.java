package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Who has read what matters to a customer before going there. */
@ApplicationScoped
public class JobSheetReadings {
  private final Database database;
  private final CompanyCalendar calendar;

  JobSheetReadings(Database database, CompanyCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * @param technicianId who is to come, and has read it
   * @param readAt when for the first time
   */
  public record Reading(UUID technicianId, Instant readAt) {}

  /**
   * Records that whoever is to come has read the sheet: whom the caller has seen to be the one, and
   * nobody who is sent in between. That is no change of the visit: it keeps its version, so that
   * nobody who holds it open is in the way.
   */
  public Reading record(Visit visit) {
    visit.requirePlanned();
    if (visit.technicianId == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because(
          "Nobody is assigned to this visit, so nobody can have read for it.");
    }
    return database
        .sql(
            """
            update visit set sheet_read_by = technician_id,
              sheet_read_at =
                case when sheet_read_by = technician_id then sheet_read_at else :now end
            where id = :id and technician_id = :seen
            returning technician_id, sheet_read_at as read_at
            """)
        .bind("id", visit.id)
        .bind("seen", visit.technicianId)
        .bind("now", Instants.toMicros(calendar.now()))
        .first(Reading.class)
        .orElseThrow(
            () ->
                CommonProblem.CONFLICT.because(
                    "Somebody else was assigned to this visit just now. They have to read it."));
  }
}
