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
  /** What happened to whoever is {@code w}, in the days before {@code w.at}. */
  private static final String HAPPENED =
      """
      bool_or(s.kind = 'COMPLAINT_RECEIVED') as complained,
      bool_or(s.kind = 'PROMISE_BROKEN') as promise_broken,
      bool_or(s.kind = 'VISIT_MISSED') as missed,
      bool_or(s.kind = 'SURPRISED') as surprised,
      bool_or(s.kind = 'INVOICE_TROUBLED') as invoice_trouble,
      coalesce(not bool_or(s.kind in ('FEEDBACK_GIVEN', 'COMPLAINT_RECEIVED', 'MOOD_NOTED')), true)
        as silent
      from %s s
      where s.customer_id = w.customer_id and s.at <= w.at
        and s.at > w.at - interval '%d days'\
      """
          .formatted(Signals.HAPPENED, LeavingView.LOOKED_BACK_DAYS);

  private static final String COUNTED =
      """
      count(*)::int as customers, count(*) filter (where complained)::int as complained,
      count(*) filter (where promise_broken)::int as promise_broken,
      count(*) filter (where missed)::int as missed,
      count(*) filter (where surprised)::int as surprised,
      count(*) filter (where invoice_trouble)::int as invoice_trouble,
      count(*) filter (where silent)::int as silent\
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

  List<LeavingView.Row> within(InsightPeriod.Span span, ZoneId zone) {
    return database
        .sql(
            """
            with went as (
              select w.customer_id, w.at, coalesce(w.reason, 'NOT_SAID') as reason, c.branch,
                to_char(w.at at time zone :zone, 'YYYY-MM') as month, h.*,
                row_number() over (partition by w.customer_id order by w.at desc) = 1
                  and not exists (
                    select 1 from %s a
                    where a.customer_id = w.customer_id and a.started_at <= w.at
                      and coalesce(a.ends_at > w.at, true)
                      and coalesce(a.cancelled_at > w.at, true)) as gone,
                (select f.csat from %s f where f.customer_id = w.customer_id and f.at <= w.at
                   and f.csat is not null
                 order by f.at desc limit 1) as csat
              from %s w left join %s c on c.id = w.customer_id
              left join lateral (select %s) h on true
              where w.at >= :from and w.at < :to),
            stayed as (
              select h.* from (
                select distinct customer_id, cast(:to as timestamptz) as at from %s a
                where a.started_at <= :to and coalesce(a.ends_at > :to, true)
                  and coalesce(a.cancelled_at > :to, true)) w
              left join lateral (select %s) h on true)
            select
              case when grouping(reason) = 0 then 'REASON' when grouping(branch) = 0 then 'BRANCH'
                when grouping(month) = 0 then 'MONTH' else 'LEFT' end as dimension,
              coalesce(reason, branch, month) as key, %s, avg(csat)::float8 as csat
            from went group by grouping sets ((reason), (branch), (month), ())
            union all
            select 'GONE', null, %s, null from went where gone
            union all
            select 'HERE', null, %s, null from stayed
            """
                .formatted(
                    AgreementCopies.ROWS,
                    FeedbackRepository.ROWS,
                    Signals.CANCELLATIONS,
                    CustomerCopies.NAMES,
                    HAPPENED,
                    AgreementCopies.ROWS,
                    HAPPENED,
                    COUNTED,
                    COUNTED,
                    COUNTED))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", zone.getId())
        .list(LeavingView.Row.class);
  }
}
