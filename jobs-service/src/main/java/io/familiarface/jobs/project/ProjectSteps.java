package io.familiarface.jobs.project;

import io.familiarface.jobs.JobsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The steps of projects. */
@ApplicationScoped
class ProjectSteps implements PanacheRepositoryBase<ProjectStep, UUID> {

  List<ProjectStep> of(Project project) {
    return list("projectId = ?1 order by number", project.id);
  }

  ProjectStep get(Project project, int number) {
    return find("projectId = ?1 and number = ?2", project.id, number)
        .firstResultOptional()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_STEP.because(
                    "Project '%s' has no step %d.".formatted(project.title, number)));
  }
}
