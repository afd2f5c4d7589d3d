package io.familiarface.jobs.technician;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the feed and the audit trail that a technician changed. */
@ApplicationScoped
public class TechnicianPublisher {
  private final Technicians technicians;
  private final TrainingRecord trainings;
  private final Database database;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  TechnicianPublisher(
      Technicians technicians,
      TrainingRecord trainings,
      Database database,
      JobsFeeds feeds,
      AuditTrail audit,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.trainings = trainings;
    this.database = database;
    this.feeds = feeds;
    this.audit = audit;
    this.calendar = calendar;
  }

  /** One who is new has neither absences nor trainings yet. */
  void publishNew(Technician technician, String action, Object after) {
    feeds.technician(
        technician.id, calendar.now(), TechnicianState.of(technician, List.of(), List.of()));
    audit.changed(action, "technician", technician.id, null, null, after);
  }

  void publish(Technician technician, String action, Object before, Object after) {
    tell(technician);
    audit.changed(action, "technician", technician.id, null, before, after);
  }

  /** Something that belongs to a technician, who is locked, changed: a new version of them. */
  public void publishAnew(Technician technician) {
    technicians.touch(technician);
    tell(technician);
  }

  private void tell(Technician technician) {
    technicians.flush();
    RoundTrip trip = database.roundTrip().bind("technician", technician.id);
    var absences = Absences.ofTechnician(trip);
    var taken = trainings.latest(trip);
    trip.send();
    feeds.technician(
        technician.id, calendar.now(), TechnicianState.of(technician, absences.all(), taken.all()));
  }
}
