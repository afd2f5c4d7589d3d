package io.familiarface.jobs.training;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A course that a technician took. */
@Entity
class Training {
  @Id UUID id;
  String externalId;
  UUID technicianId;
  String course;

  @Enumerated(EnumType.STRING)
  TrainingKind kind;

  LocalDate heldOn;
  String recordedBy;
  Instant recordedAt;

  @Version long version;

  protected Training() {}

  static Training create(UUID technicianId, NewTraining details, String by, Instant at) {
    Training training = new Training();
    training.id = Ids.next();
    training.externalId = details.externalId();
    training.technicianId = technicianId;
    training.course = details.course();
    training.kind = details.kind();
    training.heldOn = details.on();
    training.recordedBy = by;
    training.recordedAt = Instants.toMicros(at);
    return training;
  }
}
