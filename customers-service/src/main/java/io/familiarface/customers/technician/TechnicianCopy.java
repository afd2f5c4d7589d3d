package io.familiarface.customers.technician;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Entity
class TechnicianCopy {

  @Id UUID id;
  String externalId;
  String name;
  List<String> skills;
  LocalDate leftOn;

  /** The first days of absences; the n-th belongs to the n-th last day. */
  List<LocalDate> awayFrom;

  List<LocalDate> awayUntil;

  long revision;

  protected TechnicianCopy() {}

  TechnicianCopy(UUID id) {
    this.id = id;
  }

  void become(TechnicianEvent event) {
    externalId = event.externalId();
    name = event.name();
    skills = event.skills() == null ? List.of() : List.copyOf(event.skills());
    leftOn = event.leftOn();
    List<Absence> absences = event.absences() == null ? List.of() : event.absences();
    awayFrom = absences.stream().map(Absence::from).toList();
    awayUntil = absences.stream().map(Absence::until).toList();
    revision = event.revision();
  }

  Technician view() {
    return new Technician(
        id, externalId, name, List.copyOf(skills), leftOn, Absence.paired(awayFrom, awayUntil));
  }
}
