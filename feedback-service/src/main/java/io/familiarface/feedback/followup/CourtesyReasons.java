package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.followup.CallPolicySettings.AfterVisit;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.AgreementCopies;
import io.familiarface.feedback.jobs.PlannedVisits;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds out whom the company calls because it wants to, as many as it has set itself. Like {@link
 * CallReasons} it looks at the last days alone.
 */
@ApplicationScoped
class CourtesyReasons {
  /** Whoever is called so may wait over a weekend until others have been. */
  private static final Duration WAITS_AT_MOST = Duration.ofDays(4);

  private static final String VISITED =
      CallCause.notAskedBefore(
          """
          select v.*, 'visit/' || v.visit_id as cause from (
            select v.customer_id, v.at, cast(v.data->>'visitId' as uuid) as visit_id,
              not exists (select 1 from %1$s b where b.customer_id = v.customer_id and b.at < v.at
                and b.kind = 'VISIT_COMPLETED') as first,
              not exists (select 1 from %1$s b where b.customer_id = v.customer_id and b.at < v.at
                and b.kind = 'VISIT_COMPLETED'
                and b.data->>'technicianId' = v.data->>'technicianId') as first_of_technician
            from %1$s v
            where v.kind = 'VISIT_COMPLETED' and v.at >= :since and v.at <= :now) v
          where v.first or v.first_of_technician and :newTechnician or :every
          """
              .formatted(Signals.HAPPENED),
          "at, customer_id");

  private static final String CHANGED =
      CallCause.notAskedBefore(
          """
          select v.id as visit_id, v.customer_id, v.scheduled_at, t.name as technician,
            'change/' || v.id as cause
          from %s v left join %s t on t.id = v.technician_id
          where v.scheduled_at < :until
            and v.change_reason <> 'NONE' and v.change_reason <> 'CUSTOMER_REQUEST'
            and v.customer_told is not true
          """
              .formatted(PlannedVisits.AHEAD, TechnicianCopies.NAMES),
          "scheduled_at, visit_id");

  private static final String PROJECT_ENDED =
      CallCause.notAskedBefore(
          """
          select p.id, p.customer_id, p.ends_at, each.days,
            concat_ws('/', 'project', p.id, each.days) as cause
          from unnest(cast(:days as int[])) as each (days)
          join lateral (
            select * from %s one
            where one.ends_at >= :since - make_interval(days => each.days)
              and one.ends_at <= :now - make_interval(days => each.days)) p on true
          """
              .formatted(ProjectCopies.ROWS),
          "ends_at, id, days");

  private static final String ENDING =
      CallCause.notAskedBefore(
          """
          select a.id, a.customer_id, a.program, a.ends_at, %s as cause from %s a
          where a.ends_at > :now and a.ends_at <= :until and a.cancelled_at is null
          """
              .formatted(CallCause.END_OF_AGREEMENT, AgreementCopies.ROWS),
          "ends_at, id");

  private static final String LEFT =
      CallCause.notAskedBefore(
          """
          select v.customer_id, v.at, 'cancellation/' || v.agreement_id as cause
          from %s v
          where v.at >= :since and v.at <= :now
            and not exists (select 1 from %s a where a.customer_id = v.customer_id
              and (a.cancelled_at is null or a.cancelled_at > :now)
              and (a.ends_at is null or a.ends_at > :now))
          """
              .formatted(Signals.CANCELLATIONS, AgreementCopies.ROWS),
          "at, customer_id");

  private final Database database;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;

  CourtesyReasons(Database database, CallPolicySettings policy, BusinessCalendar calendar) {
    this.database = database;
    this.policy = policy;
    this.calendar = calendar;
  }

  List<CallReason> due(Instant now) {
    List<CallReason> reasons = new ArrayList<>();
    if (policy.beforeNewTechnician() > 0) {
      reasons.addAll(changed(now));
    }
    if (policy.afterVisit() != AfterVisit.NONE) {
      reasons.addAll(visited(now));
    }
    reasons.addAll(projectEnded(now));
    if (policy.beforeEnd() > 0) {
      reasons.addAll(ending(now));
    }
    if (policy.afterLeaving()) {
      reasons.addAll(left(now));
    }
    return reasons;
  }

  private record Visited(
      UUID customerId,
      Instant at,
      UUID visitId,
      boolean first,
      boolean firstOfTechnician,
      String cause) {

    String which() {
      return first
          ? "Their first visit was on "
          : firstOfTechnician ? "Somebody new came on " : "There was a visit on ";
    }
  }

  private List<CallReason> visited(Instant now) {
    return database
        .sql(VISITED)
        .bind("since", now.minus(WAITS_AT_MOST))
        .bind("now", now)
        .bind("newTechnician", policy.afterVisit() == AfterVisit.NEW_TECHNICIAN)
        .bind("every", policy.afterVisit() == AfterVisit.EVERY)
        .list(Visited.class)
        .stream()
        .map(
            visit ->
                CallReason.of(
                        FollowUpKind.AFTER_VISIT,
                        visit.cause,
                        visit.customerId,
                        visit.which() + calendar.inWords(visit.at) + ".",
                        calendar.after(now, policy.afterVisitDue()))
                    .aboutVisit(visit.visitId))
        .toList();
  }

  /**
   * Why to call before somebody else comes.
   *
   * @param technician null where nobody knows who
   */
  String untold(String technician, Instant scheduledAt) {
    return (technician == null ? "Somebody else than usual" : technician)
        + " comes on "
        + calendar.inWords(scheduledAt)
        + ", and the customer has not been told.";
  }

  private record Changed(
      UUID visitId, UUID customerId, Instant scheduledAt, String technician, String cause) {}

  private List<CallReason> changed(Instant now) {
    return database
        .sql(CHANGED)
        .bind("today", calendar.today(now))
        .bind("until", calendar.tomorrow(calendar.later(now, policy.beforeNewTechnician())))
        .list(Changed.class)
        .stream()
        .map(
            visit ->
                CallReason.of(
                        FollowUpKind.NEW_TECHNICIAN,
                        visit.cause,
                        visit.customerId,
                        untold(visit.technician, visit.scheduledAt),
                        lastBefore(visit.scheduledAt, now))
                    .aboutVisit(visit.visitId))
        .toList();
  }

  private record ProjectEnded(UUID customerId, Instant endsAt, int days, String cause) {}

  private List<CallReason> projectEnded(Instant now) {
    return database
        .sql(PROJECT_ENDED)
        .bind("since", now.minus(WAITS_AT_MOST))
        .bind("now", now)
        .bindColumn(
            "days", policy.afterProject().stream().filter(days -> days > 0).toList(), days -> days)
        .list(ProjectEnded.class)
        .stream()
        .map(
            ended ->
                CallReason.of(
                    FollowUpKind.AFTER_PROJECT,
                    ended.cause,
                    ended.customerId,
                    "Their project ended on %s, %d days ago."
                        .formatted(calendar.inWords(ended.endsAt.minusMillis(1)), ended.days),
                    calendar.after(now, policy.afterProjectDue())))
        .toList();
  }

  private record Ending(UUID customerId, String program, Instant endsAt, String cause) {}

  private List<CallReason> ending(Instant now) {
    return database
        .sql(ENDING)
        .bind("now", now)
        .bind("until", calendar.later(now, policy.beforeEnd()))
        .list(Ending.class)
        .stream()
        .map(
            one -> {
              Instant last = one.endsAt.minusMillis(1);
              return CallReason.of(
                  FollowUpKind.RENEWAL,
                  one.cause,
                  one.customerId,
                  "%s ends on %s, and nobody has renewed it."
                      .formatted(
                          one.program == null ? "Their agreement" : one.program,
                          calendar.inWords(last)),
                  lastBefore(last, now));
            })
        .toList();
  }

  private record Left(UUID customerId, Instant at, String cause) {}

  private List<CallReason> left(Instant now) {
    return database
        .sql(LEFT)
        .bind("since", now.minus(WAITS_AT_MOST))
        .bind("now", now)
        .list(Left.class)
        .stream()
        .map(
            left ->
                CallReason.of(
                    FollowUpKind.AFTER_LEAVING,
                    left.cause,
                    left.customerId,
                    "They cancelled on " + calendar.inWords(left.at) + ".",
                    calendar.after(now, policy.afterLeavingDue())))
        .toList();
  }

  private LocalDate lastBefore(Instant instant, Instant now) {
    return calendar.lastBefore(calendar.dayOf(instant), calendar.dayOf(now));
  }
}
