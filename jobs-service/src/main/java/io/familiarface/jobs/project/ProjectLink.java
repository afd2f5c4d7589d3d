package io.familiarface.jobs.project;

import io.familiarface.jobs.LinkKey;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** By which a customer reads the plan of a project without a login. */
@Entity
class ProjectLink {
  @Id UUID id;
  UUID projectId;
  String keyHash;
  Instant createdAt;
  String createdBy;
  Instant expiresAt;

  @Version long version;

  protected ProjectLink() {}

  static ProjectLink create(UUID projectId, LinkKey key, Instant now, Duration valid, String by) {
    ProjectLink link = new ProjectLink();
    link.id = Ids.next();
    link.projectId = projectId;
    link.keyHash = key.hash();
    link.createdAt = Instants.toMicros(now);
    link.createdBy = by;
    link.expiresAt = link.createdAt.plus(valid);
    return link;
  }
}
