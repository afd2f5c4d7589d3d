package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the feed how a project is planned. */
@ApplicationScoped
class ProjectPublisher {
  private final Projects projects;
  private final ProjectSteps steps;
  private final JobsFeeds feeds;
  private final CompanyCalendar calendar;

  ProjectPublisher(
      Projects projects, ProjectSteps steps, JobsFeeds feeds, CompanyCalendar calendar) {
    this.projects = projects;
    this.steps = steps;
    this.feeds = feeds;
    this.calendar = calendar;
  }

  /** Steps of a project, which is locked, were added or changed: a new version of it. */
  void publish(Project project) {
    projects.touch(project);
    projects.flush();
    feeds.job(
        "project.planned",
        project.customerId,
        calendar.now(),
        ProjectPlanned.of(project, steps.of(project), calendar));
  }
}
