package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CompanySettings;
import io.familiarface.jobs.LinkKey;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.TechnicianPhotos;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.photo.Photo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whoever has the key reads the plan of the project, and nothing else. */
@ApplicationScoped
class OpeningProject {
  private final Projects projects;
  private final ProjectSteps steps;
  private final ProjectLinks links;
  private final Technicians technicians;
  private final TechnicianPhotos photos;
  private final CompanySettings company;
  private final CompanyCalendar calendar;

  OpeningProject(
      Projects projects,
      ProjectSteps steps,
      ProjectLinks links,
      Technicians technicians,
      TechnicianPhotos photos,
      CompanySettings company,
      CompanyCalendar calendar) {
    this.projects = projects;
    this.steps = steps;
    this.links = links;
    this.technicians = technicians;
    this.photos = photos;
    this.company = company;
    this.calendar = calendar;
  }

  /** Empty for a key that was guessed or revoked, or has ended: these are answered alike. */
  @Transactional
  Optional<ProjectPage> open(String key) {
    LocalDate today = calendar.today();
    return links
        .project(new LinkKey(key), calendar.now())
        .map(projects::findById)
        .map(
            project -> {
              List<ProjectStep> all = steps.of(project);
              return ProjectPage.of(
                  company.name(), company.phone(), project.title, all, people(all, today), today);
            });
  }

  /** Those who are still to come. */
  private Map<UUID, ProjectPage.Who> people(List<ProjectStep> all, LocalDate today) {
    Set<UUID> ids =
        all.stream()
            .filter(step -> !step.endsOn.isBefore(today))
            .map(step -> step.technicianId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? Map.of()
        : technicians.<Technician>list("id in ?1", ids).stream()
            .collect(Collectors.toMap(Technician::id, this::who));
  }

  private ProjectPage.Who who(Technician technician) {
    return new ProjectPage.Who(
        technician.name(),
        technician.introduction(),
        photos.photoOf(technician.id()).map(OpeningProject::asAddress).orElse(null));
  }

  private static String asAddress(Photo photo) {
    return "data:%s;base64,%s"
        .formatted(photo.mediaType(), Base64.getEncoder().encodeToString(photo.content()));
  }
}
