package io.familiarface.jobs.technician;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the feed and the audit trail that a technician changed. */
@ApplicationScoped
class TechnicianNews {
  private final Technicians technicians;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  TechnicianNews(
      Technicians technicians, JobsFeeds feeds, AuditTrail audit, CompanyCalendar calendar) {
    this.technicians = technicians;
    this.feeds = feeds;
    this.audit = audit;
    this.calendar = calendar;
  }

  void spread(Technician technician, String action, Object before, Object after) {
    technicians.flush();
    feeds.technician(
        technician.id(),
        calendar.now(),
        TechnicianState.of(technician, technicians.absencesOf(technician.id())));
    audit.changed(action, "technician", technician.id(), null, before, after);
  }
}
