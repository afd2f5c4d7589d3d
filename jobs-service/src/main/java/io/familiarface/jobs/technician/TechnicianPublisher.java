package io.familiarface.jobs.technician;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the feed and the audit trail that a technician changed. */
@ApplicationScoped
class TechnicianPublisher {
  private final Technicians technicians;
  private final Absences absences;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  TechnicianPublisher(
      Technicians technicians,
      Absences absences,
      JobsFeeds feeds,
      AuditTrail audit,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.absences = absences;
    this.feeds = feeds;
    this.audit = audit;
    this.calendar = calendar;
  }

  void publish(Technician technician, String action, Object before, Object after) {
    technicians.flush();
    feeds.technician(
        technician.id, calendar.now(), TechnicianState.of(technician, absences.of(technician.id)));
    audit.changed(action, "technician", technician.id, null, before, after);
  }
}
