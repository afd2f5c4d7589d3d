package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.CaseAnswers;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.feedback.FeedbackRepository;
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
 * Finds out who is to be called besides those who are likely to leave. It looks at the last days
 * alone: what is heard of later is history, and asks for no call.
 */
@ApplicationScoped
class CallReasons {
  private static final Duration LATE_AT_MOST = Duration.ofDays(2);

  /** Who is called out of courtesy may wait over a weekend until others have been. */
  private static final Duration WAITS_AT_MOST = Duration.ofDays(4);

  private static final int AT_ONCE = 500;

  /** Causes, before the id of what was said. */
  static final String LOW_MARK = "feedback/";

  private static final String ASKED_FOR = "callme/";

  /**
   * SQL: that something is wrong, by what was {@code said}. What is a concern for asking for a call
   * is heard in that call.
   */
  static final String UNHAPPY =
      """
      (said.kind = 'COMPLAINT' or (said.kind = 'CONCERN' and not said.call_me)
        or said.csat <= :lowMark
        or said.nps <= 6 or said.effort >= 6)\
      """;

  /**
   * Who asks for a call has one of their own, or the one for a low mark became it; who asks again
   * when it has been made has another. A low mark is spoken of in a call that they asked for at the
   * same time; a call that was dropped because the mark was put right is taken up again where it is
   * not.
   */
  private static final String SAID =
      """
      with said as (
        select * from %1$s one where one.at >= :since and one.at <= :now
        union all
        select * from %1$s one where one.heard_at >= :since and one.at < :since)
      select id, customer_id, visit_id, coalesce(heard_at, at) as at, asked as call_me,
        asked_at, csat, nps, effort
      from (
        select said.*, coalesce(said.call_me_at, said.at) as asked_at,
          said.call_me and not exists (select 1 from follow_up u
            where u.customer_id = said.customer_id and u.feedback_id = said.id
              and u.kind = 'CALL_ME' and (u.state = 'OPEN'
                or u.closed_at >= coalesce(said.call_me_at, said.at))) as asked
        from said) said
      where asked or (%2$s
        and not exists (select 1 from follow_up u where u.cause = 'feedback/' || said.id
          and u.dropped_because is distinct from 'NO_LONGER_DUE')
        and not exists (select 1 from follow_up u
          where u.customer_id = said.customer_id and u.feedback_id = said.id
            and u.kind = 'CALL_ME'
            and (u.state = 'OPEN' or u.closed_at >= coalesce(said.heard_at, said.at))))
      order by at, id limit %3$d
      """
          .formatted(FeedbackRepository.ROWS, UNHAPPY, AT_ONCE);

  private static final String ANSWERED =
      """
      select a.id, a.complaint_id, a.at, c.customer_id, c.next_owner
      from %s a
      -- By its key, however many answers are expected.
      join lateral (select * from %s one where one.id = a.complaint_id limit 1) c on true
      where a.at >= :since
        and not exists (select 1 from follow_up u where u.cause = 'answer/' || a.id)
      order by a.at, a.id limit %d
      """
          .formatted(CaseAnswers.ROWS, Complaints.CASES, AT_ONCE);

  private static final String REBUILDING =
      """
      select id, customer_id, due_at, round, check_ins, next_owner from %s c
      where next_step = 'CHECK_IN' and due_at <= :now
        and not exists (select 1 from follow_up u
          where u.cause = concat_ws('/', 'check-in', c.id, c.round, c.check_ins))
      order by due_at, id limit %d
      """
          .formatted(Complaints.CASES, AT_ONCE);

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

  CallReasons(
      Database database,
      CallPolicySettings policy,
      BusinessCalendar calendar,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.database = database;
    this.policy = policy;
    this.calendar = calendar;
    this.day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(zone);
  }

  /** What customers said, and cases that are being mended: all of these are called. */
  List<CallReason> due(Instant now) {
    List<CallReason> reasons = new ArrayList<>(said(now));
    reasons.addAll(answered(now));
    if (policy.rebuilding()) {
      reasons.addAll(rebuilding(now));
    }
    return reasons;
  }

  /** Whom the company calls because it wants to: as many as it has set itself. */
  List<CallReason> courtesy(Instant now) {
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

  private record Said(
      UUID id,
      UUID customerId,
      UUID visitId,
      Instant at,
      boolean callMe,
      Instant askedAt,
      Integer csat,
      Integer nps,
      Integer effort) {}

  private List<CallReason> said(Instant now) {
    return database
        .sql(SAID)
        .bind("since", now.minus(LATE_AT_MOST))
        .bind("now", now)
        .bind("lowMark", policy.lowSatisfaction())
        .list(Said.class)
        .stream()
        .map(
            said ->
                new CallReason(
                    said.callMe ? FollowUpKind.CALL_ME : FollowUpKind.UNHAPPY,
                    said.callMe ? asking(said) : LOW_MARK + said.id,
                    said.customerId,
                    why(said),
                    said.visitId,
                    null,
                    said.id,
                    in(said.callMe ? 0 : policy.unhappyDue(), now),
                    null))
        .toList();
  }

  /** Each time they ask is another cause. */
  private static String asking(Said said) {
    return ASKED_FOR + said.id + "/" + said.askedAt;
  }

  private String why(Said said) {
    String on = " on " + day.format(said.at) + ".";
    boolean low = said.csat != null && said.csat <= policy.lowSatisfaction();
    if (said.callMe) {
      String mark = low ? " They gave us " + said.csat + " of 5." : "";
      return "The customer asked to be called" + on + mark;
    }
    if (low) {
      return "The customer gave us " + said.csat + " of 5" + on;
    }
    if (said.nps != null && said.nps <= 6) {
      return "The customer would hardly recommend us, " + said.nps + " of 10," + on;
    }
    return said.effort != null && said.effort >= 6
        ? "It was hard for the customer, " + said.effort + " of 7," + on
        : "The customer told us that something is wrong" + on;
  }

  private record Answered(
      UUID id, UUID complaintId, Instant at, UUID customerId, String nextOwner) {}

  private List<CallReason> answered(Instant now) {
    return database
        .sql(ANSWERED)
        .bind("since", now.minus(LATE_AT_MOST))
        .list(Answered.class)
        .stream()
        .map(
            answer ->
                new CallReason(
                    FollowUpKind.CASE_ANSWER,
                    "answer/" + answer.id,
                    answer.customerId,
                    "The customer answered on the page of their case on "
                        + day.format(answer.at)
                        + ".",
                    null,
                    answer.complaintId,
                    null,
                    in(policy.unhappyDue(), now),
                    answer.nextOwner))
        .toList();
  }

  /**
   * What a call asks for a check-in by.
   *
   * @param checkIns how many there were before
   */
  static String checkIn(UUID complaint, int round, int checkIns) {
    return "check-in/%s/%d/%d".formatted(complaint, round, checkIns);
  }

  private record Rebuilding(
      UUID id, UUID customerId, Instant dueAt, int round, int checkIns, String nextOwner) {}

  private List<CallReason> rebuilding(Instant now) {
    return database
        .sql(REBUILDING)
        .bind("now", calendar.dayOf(now).plusDays(1).atStartOfDay(day.getZone()).toInstant())
        .list(Rebuilding.class)
        .stream()
        .map(
            one ->
                new CallReason(
                    FollowUpKind.REBUILDING,
                    checkIn(one.id, one.round, one.checkIns),
                    one.customerId,
                    "What was agreed about their complaint has been done; to be asked how they are by "
                        + day.format(one.dueAt)
                        + ".",
                    null,
                    one.id,
                    null,
                    in(0, now),
                    one.nextOwner))
        .toList();
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
