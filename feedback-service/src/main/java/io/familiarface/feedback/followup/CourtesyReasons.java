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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out whom the company calls because it wants to, as many as it has set itself. Like {@link
 * CallReasons} it looks at the last days alone.
 */
@ApplicationScoped
class CourtesyReasons {
  /** Whoever is called so may wait over a weekend until others have been. */
  private static final Duration WAITS_AT_MOST = Duration.ofDays(4);

  private static final int AT_ONCE = 500;

  private static final String VISITED =
      """
      select v.customer_id, v.at, v.visit_id, v.first, v.first_of_technician from (
        select v.customer_id, v.at, cast(v.data->>'visitId' as uuid) as visit_id,
          not exists (select 1 from %1$s b where b.customer_id = v.customer_id and b.at < v.at
            and b.kind = 'VISIT_COMPLETED') as first,
          not exists (select 1 from %1$s b where b.customer_id = v.customer_id and b.at < v.at
            and b.kind = 'VISIT_COMPLETED'
            and b.data->>'technicianId' = v.data->>'technicianId') as first_of_technician
        from %1$s v
        where v.kind = 'VISIT_COMPLETED' and v.at >= :since and v.at <= :now) v
      where (v.first or v.first_of_technician and :newTechnician or :every)
        and not exists (select 1 from follow_up u where u.cause = 'visit/' || v.visit_id)
      order by v.at, v.customer_id limit %2$d
      """
          .formatted(Signals.HAPPENED, AT_ONCE);

  private static final String CHANGED =
      """
      select v.id as visit_id, v.customer_id, v.scheduled_at, t.name as technician
      from %s v left join %s t on t.id = v.technician_id
      where v.scheduled_at > :now and v.scheduled_at <= :until
        and v.change_reason <> 'NONE' and v.change_reason <> 'CUSTOMER_REQUEST'
        and v.customer_told is not true
        and not exists (select 1 from follow_up u where u.cause = 'change/' || v.id)
      order by v.scheduled_at, v.id limit %d
      """
          .formatted(PlannedVisits.ROWS, TechnicianCopies.NAMES, AT_ONCE);

  private static final String PROJECT_ENDED =
      """
      select p.id, p.customer_id, p.ends_at, each.days
      from unnest(cast(:days as int[])) as each (days)
      join lateral (
        select * from %s one
        where one.ends_at >= :since - make_interval(days => each.days)
          and one.ends_at <= :now - make_interval(days => each.days)) p on true
      where not exists (select 1 from follow_up u
        where u.cause = concat_ws('/', 'project', p.id, each.days))
      order by p.ends_at, p.id, each.days limit %d
      """
          .formatted(ProjectCopies.ROWS, AT_ONCE);

  private static final String ENDING =
      """
      select a.id, a.customer_id, a.program, a.ends_at from %s a
      where a.ends_at > :now and a.ends_at <= :until and a.cancelled_at is null
        and not exists (select 1 from follow_up u where u.cause = %s)
      order by a.ends_at, a.id limit %d
      """
          .formatted(AgreementCopies.ROWS, FollowUps.END_OF_AGREEMENT, AT_ONCE);

  private static final String LEFT =
      """
      select v.customer_id, v.at, cast(v.data->>'agreementId' as uuid) as agreement_id
      from %s v
      where v.kind = 'AGREEMENT_CANCELLED' and v.at >= :since and v.at <= :now
        and not exists (select 1 from %s a where a.customer_id = v.customer_id
          and (a.cancelled_at is null or a.cancelled_at > :now)
          and (a.ends_at is null or a.ends_at > :now))
        and not exists (select 1 from follow_up u
          where u.cause = 'cancellation/' || (v.data->>'agreementId'))
      order by v.at, v.customer_id limit %d
      """
          .formatted(Signals.HAPPENED, AgreementCopies.ROWS, AT_ONCE);

  private final Database database;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;
  private final DateTimeFormatter day;

  CourtesyReasons(
      Database database,
      CallPolicySettings policy,
      BusinessCalendar calendar,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.database = database;
    this.policy = policy;
    this.calendar = calendar;
    this.day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(zone);
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
      UUID customerId, Instant at, UUID visitId, boolean first, boolean firstOfTechnician) {}

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
                new CallReason(
                    FollowUpKind.AFTER_VISIT,
                    "visit/" + visit.visitId,
                    visit.customerId,
                    (visit.first
                            ? "Their first visit was on "
                            : visit.firstOfTechnician
                                ? "Somebody new came on "
                                : "There was a visit on ")
                        + day.format(visit.at)
                        + ".",
                    visit.visitId,
                    null,
                    null,
                    in(policy.afterVisitDue(), now),
                    null))
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
        + day.format(scheduledAt)
        + ", and the customer has not been told.";
  }

  private record Changed(UUID visitId, UUID customerId, Instant scheduledAt, String technician) {}

  private List<CallReason> changed(Instant now) {
    LocalDate today = calendar.dayOf(now);
    return database
        .sql(CHANGED)
        .bind("now", now)
        .bind("until", now.plus(Duration.ofDays(policy.beforeNewTechnician())))
        .list(Changed.class)
        .stream()
        .map(
            visit ->
                new CallReason(
                    FollowUpKind.NEW_TECHNICIAN,
                    "change/" + visit.visitId,
                    visit.customerId,
                    untold(visit.technician, visit.scheduledAt),
                    visit.visitId,
                    null,
                    null,
                    calendar.lastBefore(calendar.dayOf(visit.scheduledAt), today),
                    null))
        .toList();
  }

  private record ProjectEnded(UUID id, UUID customerId, Instant endsAt, int days) {}

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
                new CallReason(
                    FollowUpKind.AFTER_PROJECT,
                    String.join("/", "project", ended.id.toString(), String.valueOf(ended.days)),
                    ended.customerId,
                    "Their project ended on %s, %d days ago."
                        .formatted(day.format(ended.endsAt.minusMillis(1)), ended.days),
                    null,
                    null,
                    null,
                    in(policy.afterProjectDue(), now),
                    null))
        .toList();
  }

  private record Ending(UUID id, UUID customerId, String program, Instant endsAt) {}

  private List<CallReason> ending(Instant now) {
    LocalDate today = calendar.dayOf(now);
    return database
        .sql(ENDING)
        .bind("now", now)
        .bind("until", now.plus(Duration.ofDays(policy.beforeEnd())))
        .list(Ending.class)
        .stream()
        .map(
            one ->
                new CallReason(
                    FollowUpKind.RENEWAL,
                    String.join(
                        "/", "end", one.id.toString(), String.valueOf(one.endsAt.getEpochSecond())),
                    one.customerId,
                    "%s ends on %s, and nobody has renewed it."
                        .formatted(
                            one.program == null ? "Their agreement" : one.program,
                            day.format(one.endsAt.minusMillis(1))),
                    null,
                    null,
                    null,
                    calendar.lastBefore(calendar.dayOf(one.endsAt.minusMillis(1)), today),
                    null))
        .toList();
  }

  private record Left(UUID customerId, Instant at, UUID agreementId) {}

  private List<CallReason> left(Instant now) {
    return database
        .sql(LEFT)
        .bind("since", now.minus(WAITS_AT_MOST))
        .bind("now", now)
        .list(Left.class)
        .stream()
        .map(
            left ->
                new CallReason(
                    FollowUpKind.AFTER_LEAVING,
                    "cancellation/" + left.agreementId,
                    left.customerId,
                    "They cancelled on " + day.format(left.at) + ".",
                    null,
                    null,
                    null,
                    in(policy.afterLeavingDue(), now),
                    null))
        .toList();
  }

  private LocalDate in(int businessDays, Instant now) {
    return calendar.after(calendar.dayOf(now), businessDays);
  }
}
