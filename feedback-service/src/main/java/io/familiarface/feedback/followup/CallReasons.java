package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.CaseAnswers;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.feedback.FeedbackRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds out who is to be called by what they said, or by a case that is being mended. It looks at
 * the last days alone: what is heard of later is history, and asks for no call.
 */
@ApplicationScoped
class CallReasons {
  private static final Duration LATE_AT_MOST = Duration.ofDays(2);

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
   * Who asks for a call has one of their own, or the one for a low mark became it; who asks in two
   * places has one for both, and who asks again when it has been made has another. A low mark is
   * spoken of in a call that they asked for at the same time; a call that was dropped because the
   * mark was put right is taken up again where it is not.
   */
  private static final String SAID =
      """
      with said as (
        select * from %1$s one where one.at >= :since and one.at <= :now
        union all
        select * from %1$s one where one.heard_at >= :since and one.at < :since)
      select id, customer_id, visit_id,
        case when heard_at <> recorded_at then heard_at else at end as at, asked as call_me,
        asked_at, csat, nps, effort
      from (
        select said.*, coalesce(said.call_me_at, said.at) as asked_at,
          said.call_me and not exists (select 1 from follow_up u
            where u.customer_id = said.customer_id and u.feedback_id = said.id
              and u.kind = 'CALL_ME' and (u.state = 'OPEN'
                or u.closed_at >= coalesce(said.call_me_at, said.at))) as asked
        from said) said
      where asked or (%2$s
        and not exists (select 1 from follow_up u where u.cause = %4$s
          and u.dropped_because is distinct from 'NO_LONGER_DUE')
        and not exists (select 1 from follow_up u
          where u.customer_id = said.customer_id and u.feedback_id = said.id
            and u.kind = 'CALL_ME'
            and (u.state = 'OPEN' or u.closed_at >= coalesce(said.heard_at, said.at))))
      order by coalesce(heard_at, at), id limit %3$d
      """
          .formatted(FeedbackRepository.ROWS, UNHAPPY, CallCause.AT_ONCE, CallCause.LOW_MARK);

  /**
   * Answers that have waited since the last call about them, one row for each case; {@code told} is
   * what the open call says, null where there is none.
   */
  private static final String ANSWERED =
      """
      select c.id as complaint_id, c.customer_id, c.contact, w.waiting, w.at, w.cause, open.why as told
      from (select distinct complaint_id from %1$s one where one.at >= :since) lately
      -- By its key, however many answers are expected.
      join lateral (select * from %2$s one where one.id = lately.complaint_id limit 1) c on true
      join lateral (
        select count(*)::int as waiting, max(a.at) as at,
          'answer/' || (array_agg(a.id order by a.at, a.id))[1] as cause
        from %1$s a
        where a.complaint_id = c.id and not exists (select 1 from follow_up u
          where u.customer_id = c.customer_id and u.complaint_id = c.id
            and u.kind = 'CASE_ANSWER' and u.closed_at >= a.at)) w on w.waiting > 0
      left join lateral (
        select u.why from follow_up u
        where u.customer_id = c.customer_id and u.complaint_id = c.id
          and u.kind = 'CASE_ANSWER' and u.state = 'OPEN' limit 1) open on true
      order by open.why is not null, w.at, c.id limit %3$d
      """
          .formatted(CaseAnswers.ROWS, Complaints.CASES, CallCause.AT_ONCE);

  private static final String REBUILDING =
      CallCause.notAskedBefore(
          """
          select id, customer_id, due_at, contact, %s as cause from %s c
          where next_step = 'CHECK_IN' and due_at <= :until
          """
              .formatted(CallCause.CHECK_IN, Complaints.CASES),
          "due_at, id");

  private final Database database;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;

  CallReasons(Database database, CallPolicySettings policy, BusinessCalendar calendar) {
    this.database = database;
    this.policy = policy;
    this.calendar = calendar;
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
                CallReason.of(
                        said.callMe ? FollowUpKind.CALL_ME : FollowUpKind.UNHAPPY,
                        said.callMe ? asking(said) : CallCause.lowMark(said.id),
                        said.customerId,
                        why(said),
                        calendar.after(now, said.callMe ? 0 : policy.unhappyDue()))
                    .aboutVisit(said.visitId)
                    .aboutFeedback(said.id))
        .toList();
  }

  /** Each time they ask is another cause. */
  private static String asking(Said said) {
    return ASKED_FOR + said.id + "/" + said.askedAt;
  }

  private String why(Said said) {
    String on = " on " + calendar.inWords(said.at) + ".";
    boolean low = said.csat != null && said.csat <= policy.lowSatisfaction();
    if (said.callMe) {
      String mark = low ? " They gave us " + said.csat + " of 5." : "";
      return "The customer asked to be called on " + calendar.inWords(said.askedAt) + "." + mark;
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
      UUID complaintId,
      UUID customerId,
      String contact,
      int waiting,
      Instant at,
      String cause,
      String told) {}

  private List<CallReason> answered(Instant now) {
    return database
        .sql(ANSWERED)
        .bind("since", now.minus(LATE_AT_MOST))
        .list(Answered.class)
        .stream()
        .filter(answer -> !why(answer).equals(answer.told))
        .map(
            answer ->
                CallReason.of(
                        FollowUpKind.CASE_ANSWER,
                        answer.cause,
                        answer.customerId,
                        why(answer),
                        calendar.after(now, policy.unhappyDue()))
                    .aboutCase(answer.complaintId, answer.contact))
        .toList();
  }

  private String why(Answered answer) {
    String on = calendar.inWords(answer.at) + ".";
    return answer.waiting == 1
        ? "The customer answered on the page of their case on " + on
        : "The customer answered %d times on the page of their case, last on %s"
            .formatted(answer.waiting, on);
  }

  private record Rebuilding(
      UUID id, UUID customerId, Instant dueAt, String contact, String cause) {}

  private List<CallReason> rebuilding(Instant now) {
    return database
        .sql(REBUILDING)
        .bind("until", calendar.tomorrow(now))
        .list(Rebuilding.class)
        .stream()
        .map(
            one ->
                CallReason.of(
                        FollowUpKind.REBUILDING,
                        one.cause,
                        one.customerId,
                        "What was agreed about their complaint has been done; to be asked how they"
                            + " are by "
                            + calendar.inWords(one.dueAt)
                            + ".",
                        calendar.after(now, 0))
                    .aboutCase(one.id, one.contact))
        .toList();
  }
}
