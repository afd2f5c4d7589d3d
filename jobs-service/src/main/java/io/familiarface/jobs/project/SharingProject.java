package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.LinkKey;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer is given the page of their project, or another key to it, or has it no longer. */
@ApplicationScoped
class SharingProject {
  private final Projects projects;
  private final ProjectLinks links;
  private final ProjectSettings settings;
  private final AuditTrail audit;
  private final Caller caller;
  private final CompanyCalendar calendar;
  private final String url;

  SharingProject(
      Projects projects,
      ProjectLinks links,
      ProjectSettings settings,
      AuditTrail audit,
      Caller caller,
      CompanyCalendar calendar,
      @ConfigProperty(name = "familiar.public-url.jobs") String url) {
    this.projects = projects;
    this.links = links;
    this.settings = settings;
    this.audit = audit;
    this.caller = caller;
    this.calendar = calendar;
    this.url = url;
  }

  /** A link that was there for the project stops working in the same moment. */
  @Transactional
  ProjectLinkView.Made share(Ref ref) {
    Project project = projects.lock(ref);
    links.of(project).ifPresent(former -> revoke(project, former, "project-link.rotated"));
    LinkKey key = LinkKey.next();
    ProjectLink link =
        ProjectLink.create(project.id, key, calendar.now(), settings.linkValid(), caller.name());
    links.persistAndFlush(link);
    audit.changed(
        "project-link.created",
        "project-link",
        link.id,
        project.customerId,
        null,
        ProjectLinkView.of(link));
    return new ProjectLinkView.Made(
        link.id, project.id, "%s/v1/links/projects/%s".formatted(url, key.text()), link.expiresAt);
  }

  @Transactional
  void revoke(Ref ref, String ifMatch) {
    Project project = projects.lock(ref);
    ProjectLink link = links.get(project);
    ETags.requireMatch(ifMatch, link.id, link.version);
    revoke(project, link, "project-link.revoked");
  }

  private void revoke(Project project, ProjectLink link, String action) {
    links.delete(link);
    links.flush();
    audit.changed(
        action, "project-link", link.id, project.customerId, ProjectLinkView.of(link), null);
  }
}
