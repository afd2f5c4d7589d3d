package io.familiarface.jobs.project;

import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A job of several steps, which a customer is walked through before it begins. */
@Entity
class Project {
  @Id UUID id;
  String externalId;
  UUID customerId;
  String title;

  @Enumerated(EnumType.STRING)
  CareLevel careLevel;

  Instant createdAt;
  String walkedThroughWith;
  String walkedThroughBy;
  Instant walkedThroughAt;

  /** How often something moved, or somebody else came, without the customer having been told. */
  int surprises;

  @Version long version;

  protected Project() {}

  static Project create(UUID customerId, NewProject details, Instant at) {
    Project project = new Project();
    project.id = Ids.next();
    project.externalId = details.externalId();
    project.customerId = customerId;
    project.title = details.title();
    project.careLevel = details.careLevel() == null ? CareLevel.NORMAL : details.careLevel();
    project.createdAt = at;
    return project;
  }
}
