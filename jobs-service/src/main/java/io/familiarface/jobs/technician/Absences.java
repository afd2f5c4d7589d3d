package io.familiarface.jobs.technician;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is away when. */
@ApplicationScoped
public class Absences implements PanacheRepositoryBase<Absence, UUID> {

  /** SQL: whether the technician in one column is away on the day in another. */
  public static String isAway(String technician, String day) {
    return """
    exists (select 1 from absence where technician_id = %s and from_on <= %s and until_on >= %2$s)\
    """
        .formatted(technician, day);
  }

  /** As the feed tells them, of the technician that the trip binds as {@code :technician}. */
  static Rows<TechnicianState.Away> ofTechnician(RoundTrip trip) {
    return trip.query(
        "select * from absence where technician_id = :technician order by from_on, id",
        TechnicianState.Away.class);
  }

  public List<Absence> of(UUID technicianId) {
    return list("technicianId = ?1 order by fromOn, id", technicianId);
  }

  public Optional<Absence> on(LocalDate day, UUID technicianId) {
    return of(technicianId).stream().filter(absence -> absence.covers(day)).findFirst();
  }

  /** SQL, for a join: who is away from when until when. */
  public static final String DAYS = "(select technician_id, from_on, until_on from absence)";

  /** SQL, for a join: the absences that there still are. */
  public static final String IDS = "(select id from absence)";

  /** Of everybody, those that touch the days from one to the other. */
  public List<Absence> between(LocalDate from, LocalDate until) {
    return list("fromOn <= ?2 and untilOn >= ?1", from, until);
  }

  Absence get(Technician technician, Ref ref) {
    Reference reference = Reference.of(ref);
    return (reference.id() != null
            ? find("technicianId = ?1 and id = ?2", technician.id, reference.id())
            : find("technicianId = ?1 and externalId = ?2", technician.id, reference.externalId()))
        .firstResultOptional()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_ABSENCE.because(
                    "%s has no absence %s.".formatted(technician.name, reference)));
  }
}
