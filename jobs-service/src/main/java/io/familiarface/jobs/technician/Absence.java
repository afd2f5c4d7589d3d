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
  @Id private UUID id;
  private String externalId;
  private UUID technicianId;

  @Enumerated(EnumType.STRING)
  private AbsenceKind kind;

  private LocalDate fromOn;
  private LocalDate untilOn;

  protected Absence() {}

  Absence(UUID technicianId, AbsenceDetails details) {
    this.id = Ids.next();
    this.externalId = details.externalId();
    this.technicianId = technicianId;
    this.kind = details.kind();
    this.fromOn = details.from();
    this.untilOn = details.until();
  }

  UUID id() {
    return id;
  }

  String externalId() {
    return externalId;
  }

  UUID technicianId() {
    return technicianId;
  }

  AbsenceKind kind() {
    return kind;
  }

  public LocalDate fromOn() {
    return fromOn;
  }

  public LocalDate untilOn() {
    return untilOn;
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(fromOn) && !day.isAfter(untilOn);
  }
}
