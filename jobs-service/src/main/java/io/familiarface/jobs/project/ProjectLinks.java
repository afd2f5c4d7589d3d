package io.familiarface.jobs.project;

import io.familiarface.database.Database;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.LinkKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which customers can read the plan of their project. */
@ApplicationScoped
class ProjectLinks implements PanacheRepositoryBase<ProjectLink, UUID> {
  private final Database database;

  ProjectLinks(Database database) {
    this.database = database;
  }

  Optional<ProjectLink> of(Project project) {
    return find("projectId", project.id).firstResultOptional();
  }

  ProjectLink get(Project project) {
    return of(project)
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_PROJECT_LINK.because(
                    "This project has no link, or no longer. Make one with POST."));
  }

  /** The project that a key opens; empty for one that has ended, or never was. */
  Optional<UUID> project(LinkKey key, Instant now) {
    return database
        .sql("select project_id from project_link where key_hash = :hash and expires_at > :now")
        .bind("hash", key.hash())
        .bind("now", now)
        .first(UUID.class);
  }
}
