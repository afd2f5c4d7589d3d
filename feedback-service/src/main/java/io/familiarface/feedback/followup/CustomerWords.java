package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.CaseAnswers;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.complaint.LastHeard;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * By which ways a customer lets us hear from them, and whether what they said was good: feedback, a
 * complaint, an answer on the page of their case, how they were when asked since and how the case
 * ended for them, a call, how they felt when somebody spoke with them, that they came to us
 * themselves, and what they asked of us about their visits.
 */
@ApplicationScoped
class CustomerWords implements LastHeard {
  /**
   * SQL: the newest of each way of a customer {@code c}, from {@code :since} on: {@code at}, {@code
   * what} they did, and {@code good}, null for neither good nor bad. What was said in words alone
   * is neither, and so is a calm talk about whatever it was.
   */
  private static final String NEWEST =
      """
      (select said.at, 'gave us feedback' as what, said.good from (
          select greatest(said.at, said.heard_at) as at,
            case when %1$s or said.call_me or said.kind = 'CONCERN' then false
              else coalesce(said.csat >= 4, said.nps >= 9, said.kind = 'PRAISE') end as good
          from %2$s said where said.customer_id = c.id) said
        where said.at >= :since and %%1$s order by said.at desc, said.good limit 1)
      union all
      (select k.received_at, 'complained', cast(null as boolean) as good from %3$s k
        where k.customer_id = c.id and k.received_at >= :since and %%2$s
        order by k.received_at desc limit 1)
      union all
      (select k.resolved_at, 'said how their case ended',
          k.state = 'CLOSED' and k.customer_satisfied as good
        from %3$s k
        where k.customer_id = c.id and k.resolved_at >= :since
          and (k.state = 'LOST' or k.customer_satisfied is not null)
        order by k.resolved_at desc limit 1)
      union all
      (select a.at, 'wrote on the page of their case', cast(null as boolean) as good
        from %4$s k join %5$s a on a.complaint_id = k.id
        where k.customer_id = c.id and a.at >= :since and %%2$s order by a.at desc limit 1)
      union all
      (select said.at, 'said how they are', said.good from (
          select k.at, coalesce(k.trust >= 4, k.mood in ('CALM', 'GRATEFUL')) as good
          from %6$s k where k.customer_id = c.id) said
        where said.at >= :since and %%1$s order by said.at desc limit 1)
      union all
      (select said.at, 'spoke with us in a call', said.good from (
          select u.at, case when u.cause is not null then false end as good
          from %7$s u where u.customer_id = c.id and u.outcome in ('REACHED', 'CALL_BACK')) said
        where said.at >= :since and %%1$s order by said.at desc limit 1)
      union all
      (select said.at, said.what, said.good from (
          select s.at, case s.kind when 'MOOD_NOTED' then 'spoke with us'
              else 'asked for something about their visits' end as what,
            case when (s.data ->> 'mood') in ('ANXIOUS', 'DISTRESSED', 'ANGRY') then false
              when (s.data ->> 'mood') = 'GRATEFUL' then true end as good
          from %8$s s
          where s.customer_id = c.id and s.kind in ('MOOD_NOTED', 'DISENGAGED')) said
        where said.at >= :since and %%1$s order by said.at desc limit 1)
      union all
      (select i.last_inbound_at, 'spoke with us', cast(null as boolean) as good from %9$s i
        where i.id = c.id and i.last_inbound_at >= :since and %%2$s)
      """
          .formatted(
              CallReasons.UNHAPPY,
              FeedbackRepository.ROWS,
              Complaints.ROWS,
              Complaints.CASES,
              CaseAnswers.ROWS,
              Complaints.CHECK_INS,
              FollowUps.TRIES,
              Signals.HAPPENED,
              CustomerCopies.LAST_INBOUND);

  /** SQL: those that were good or bad. */
  static final String JUDGED = NEWEST.formatted("said.good is not null", "false");

  private static final String ANY = NEWEST.formatted("true", "true");

  private final Database database;
  private final CallPolicySettings policy;

  CustomerWords(Database database, CallPolicySettings policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public Optional<Word> since(UUID customer, Instant since) {
    return database
        .sql(
            """
            select heard.at, heard.what
            from (select cast(:customer as uuid) as id) c, lateral (%s) heard
            order by heard.at desc limit 1
            """
                .formatted(ANY))
        .bind("customer", customer)
        .bind("since", since)
        .bind("lowMark", policy.lowSatisfaction())
        .first(Word.class);
  }
}
