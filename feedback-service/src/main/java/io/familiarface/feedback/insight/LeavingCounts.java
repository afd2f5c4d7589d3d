package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.followup.FollowUps;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.AgreementCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Customers who left, counted by what they said and by what had happened to them. */
@ApplicationScoped
class LeavingCounts {
  /** What sets apart; the index {@code signal_that_sets_apart} holds these alone. */
  private static final String HAPPENED =
      """
      (select customer_id, at, kind from %s s
       where kind in ('COMPLAINT_RECEIVED', 'PROMISE_BROKEN', 'VISIT_MISSED', 'SURPRISED',
         'INVOICE_TROUBLED', 'FEEDBACK_GIVEN', 'MOOD_NOTED'))\
      """
          .formatted(Signals.HAPPENED);

  private static final String LOOKED_BACK =
      "interval '%d days'".formatted(LeavingView.LOOKED_BACK_DAYS);

  /** Of one customer; all null where nothing happened. */
  private static final String WHAT =
      """
      bool_or(s.kind = 'COMPLAINT_RECEIVED') as complained,
      bool_or(s.kind = 'PROMISE_BROKEN') as promise_broken,
      bool_or(s.kind = 'VISIT_MISSED') as missed,
      bool_or(s.kind = 'SURPRISED') as surprised,
      bool_or(s.kind = 'INVOICE_TROUBLED') as invoice_trouble,
      bool_or(s.kind in ('FEEDBACK_GIVEN', 'COMPLAINT_RECEIVED', 'MOOD_NOTED')) as spoke\
      """;

  private static final String COUNTED =
      """
      count(*)::int as customers, count(*) filter (where complained)::int as complained,
      count(*) filter (where promise_broken)::int as promise_broken,
      count(*) filter (where missed)::int as missed,
      count(*) filter (where surprised)::int as surprised,
      count(*) filter (where invoice_trouble)::int as invoice_trouble,
      count(*) filter (where spoke is not true)::int as silent\
      """;

  private final Database database;

  LeavingCounts(Database database) {
    this.database = database;
  }

  /**
   * What customers said when we called after they had left, or after a project.
   *
   * @param kind AFTER_LEAVING or AFTER_PROJECT
   */
  record Called(String kind, String cause, int customers) {}

  /** By kind and cause, the most frequent first. */
  List<Called> called(InsightPeriod.Span span) {
    return database
        .sql(
            """
            select kind, coalesce(cause, 'NOT_SAID') as cause,
              count(distinct customer_id)::int as customers
            from %s c
            where kind in ('AFTER_LEAVING', 'AFTER_PROJECT') and outcome = 'REACHED'
              and at >= :from and at < :to
            group by 1, 2 order by 3 desc, 1, 2 limit 200
            """
                .formatted(FollowUps.CALLED))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(Called.class);
  }

  /** Those who are here are most of all customers: what happened to them is read in one go. */
  List<LeavingView.Row> within(InsightPeriod.Span span, ZoneId zone) {
    return database
        .sql(
            """
            with went as (
              select w.customer_id, w.at, coalesce(w.reason, 'NOT_SAID') as reason, c.branch,
                to_char(w.at at time zone :zone, 'YYYY-MM') as month, h.*,
                row_number() over (partition by w.customer_id order by w.at desc) = 1
                  and not exists (
                    select 1 from %1$s a
                    where a.customer_id = w.customer_id and a.started_at <= w.at
                      and coalesce(a.ends_at > w.at, true)
                      and coalesce(a.cancelled_at > w.at, true)) as gone,
                (select f.csat from %2$s f where f.customer_id = w.customer_id and f.at <= w.at
                   and f.csat is not null
                 order by f.at desc limit 1) as csat
              from %3$s w left join %4$s c on c.id = w.customer_id
              left join lateral (
                select %6$s from %5$s s
                where s.customer_id = w.customer_id and s.at <= w.at and s.at > w.at - %7$s) h on true
              where w.at >= :from and w.at < :to),
            here as (
              select distinct customer_id from %1$s a
              where a.started_at <= :to and coalesce(a.ends_at > :to, true)
                and coalesce(a.cancelled_at > :to, true)),
            stayed as (
              select h.* from here left join (
                select s.customer_id, %6$s from %5$s s
                where s.at <= :to and s.at > cast(:to as timestamptz) - %7$s
                group by s.customer_id) h on h.customer_id = here.customer_id),
            lapsed as (
              select distinct a.customer_id from %1$s a
              where a.ends_at >= :from and a.ends_at < :to and a.cancelled_at is null
                and not exists (
                  select 1 from %1$s other
                  where other.customer_id = a.customer_id and other.started_at <= :to
                    and coalesce(other.ends_at > a.ends_at, true)
                    and coalesce(other.cancelled_at > a.ends_at, true)))
            select
              case when grouping(reason) = 0 then 'REASON' when grouping(branch) = 0 then 'BRANCH'
                when grouping(month) = 0 then 'MONTH' else 'LEFT' end as dimension,
              coalesce(reason, branch, month) as key, %8$s, avg(csat)::float8 as csat
            from went group by grouping sets ((reason), (branch), (month), ())
            union all
            select 'GONE', null, %8$s, null from went where gone
            union all
            select 'HERE', null, %8$s, null from stayed
            union all
            select 'LAPSED', null, count(*)::int, 0, 0, 0, 0, 0, 0, null from lapsed
            """
                .formatted(
                    AgreementCopies.ROWS,
                    FeedbackRepository.ROWS,
                    Signals.CANCELLATIONS,
                    CustomerCopies.NAMES,
                    HAPPENED,
                    WHAT,
                    LOOKED_BACK,
                    COUNTED))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", zone.getId())
        .list(LeavingView.Row.class);
  }
}
