package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;

/** Tells the feed and the audit trail what became of a visit, in the running transaction. */
@ApplicationScoped
public class VisitPublisher {
  private final Visits visits;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;
  private final Event<VisitChanged> changes;
  private final Event<VisitReplaced> replacements;
  private final Event<VisitCalledOff> callingsOff;

  VisitPublisher(
      Visits visits,
      JobsFeeds feeds,
      AuditTrail audit,
      CompanyCalendar calendar,
      Event<VisitChanged> changes,
      Event<VisitReplaced> replacements,
      Event<VisitCalledOff> callingsOff) {
    this.visits = visits;
    this.feeds = feeds;
    this.audit = audit;
    this.calendar = calendar;
    this.changes = changes;
    this.replacements = replacements;
    this.callingsOff = callingsOff;
  }

  /** Publishes a visit just made. It has its first version before it reaches the database. */
  public void created(Visit visit, String action) {
    publish(visit);
    audit.changed(action, "visit", visit.id, visit.customerId, null, visit.snapshot());
    changes.fire(new VisitChanged(visit, null, Telling.NONE));
  }

  /** Publishes a visit that was there before; flushes, so that the fact carries its new version. */
  public void changed(Visit visit, String action, VisitSnapshot before) {
    changed(visit, action, before, Telling.NONE);
  }

  /** As {@link #changed}, with what the customer knows of it already. */
  public void changed(Visit visit, String action, VisitSnapshot before, Telling telling) {
    visits.flush();
    saved(visit, action, before, telling);
  }

  /** A visit and what it was before it changed. */
  public record Change(Visit visit, VisitSnapshot before) {}

  /** As {@link #changed}, of several, which reach the database together. */
  public void changed(List<Change> changes, String action) {
    if (!changes.isEmpty()) {
      visits.flush();
      saved(changes, action);
    }
  }

  /** As {@link #saved(Visit, String, VisitSnapshot)}, of several. */
  public void saved(List<Change> changes, String action) {
    changes.forEach(change -> saved(change.visit(), action, change.before()));
  }

  /** Publishes a visit that was there before and has its new version in the database. */
  public void saved(Visit visit, String action, VisitSnapshot before) {
    saved(visit, action, before, Telling.NONE);
  }

  /** As {@link #saved}, with what the customer knows of it already. */
  void saved(Visit visit, String action, VisitSnapshot before, Telling telling) {
    publish(visit);
    audit.changed(action, "visit", visit.id, visit.customerId, before, visit.snapshot());
    changes.fire(new VisitChanged(visit, before, telling));
  }

  /**
   * Says that a visit just made is in the place of one that was withdrawn.
   *
   * @param ours whether we wanted it so, and the customer has to be told
   */
  public void replaced(Visit withdrawn, Visit made, boolean ours) {
    replacements.fire(new VisitReplaced(withdrawn, made, ours));
  }

  /** Says that we do not come to a visit that was withdrawn, and wanted it so. */
  public void calledOff(Visit withdrawn) {
    callingsOff.fire(new VisitCalledOff(withdrawn));
  }

  /** Keeps why somebody goes though a rule speaks against it; null if none does. */
  public void overridden(Visit visit, String why) {
    if (why != null) {
      audit.changed("visit.sent-all-the-same", "visit", visit.id, visit.customerId, null, why);
    }
  }

  /** Writes down a change of which nobody but who reads the visit has to know. */
  void noted(Visit visit, String action, VisitSnapshot before) {
    audit.changed(action, "visit", visit.id, visit.customerId, before, visit.snapshot());
  }

  private void publish(Visit visit) {
    switch (visit.state) {
      case PLANNED ->
          feeds.job(
              "visit.planned",
              visit.customerId,
              earlier(calendar.now(), visit.scheduledAt),
              PlannedVisitEvent.of(visit));
      case COMPLETED ->
          feeds.job(
              "visit.completed",
              visit.customerId,
              visit.completedAt,
              VisitOutcomeEvents.Completed.of(visit));
      case MISSED ->
          feeds.job(
              "visit.missed",
              visit.customerId,
              visit.missedAt,
              VisitOutcomeEvents.Missed.of(visit, calendar));
      case WITHDRAWN ->
          feeds.job(
              "visit.withdrawn",
              visit.customerId,
              calendar.now(),
              VisitOutcomeEvents.Withdrawn.of(visit));
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
