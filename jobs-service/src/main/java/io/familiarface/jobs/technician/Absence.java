package io.familiarface.jobs.technician;

import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** The days, first and last included, on which a technician doesn't come. */
@Entity
public class Absence {
  @Id UUID id;
  String externalId;
  UUID technicianId;

  @Enumerated(EnumType.STRING)
  AbsenceKind kind;

  LocalDate fromOn;
  LocalDate untilOn;

  protected Absence() {}

  static Absence create(UUID technicianId, NewAbsence details) {
    Absence absence = new Absence();
    absence.id = Ids.next();
    absence.externalId = details.externalId();
    absence.technicianId = technicianId;
    absence.kind = details.kind();
    absence.fromOn = details.from();
    absence.untilOn = details.to();
    return absence;
  }

  public UUID id() {
    return id;
  }

  /** The key of another system, such as that of the payroll. */
  public String externalId() {
    return externalId;
  }

  public UUID technicianId() {
    return technicianId;
  }

  /** Sick, on vacation, or else: what a change of technician says as its reason. */
  public AbsenceKind kind() {
    return kind;
  }

  public LocalDate fromOn() {
    return fromOn;
  }

  public LocalDate untilOn() {
    return untilOn;
  }

  boolean overlaps(NewAbsence other) {
    return touches(other.from(), other.to());
  }

  /** Whether one of the days from one to the other, both included, falls into it. */
  public boolean touches(LocalDate from, LocalDate until) {
    return !fromOn.isAfter(until) && !untilOn.isBefore(from);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(fromOn) && !day.isAfter(untilOn);
  }
}
