package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Complaints, counted by what came of them. */
@ApplicationScoped
class RecoveryCounts {
  private final Database database;

  RecoveryCounts(Database database) {
    this.database = database;
  }

  List<RecoveryView.Row> within(InsightPeriod.Span span) {
    return database
        .sql(
            """
            select
              case when grouping(remedy) = 0 then 'REMEDY'
                when grouping(severity) = 0 then 'SEVERITY' end as dimension,
              coalesce(remedy, severity) as key,
              count(*)::int as cases,
              count(resolved_at)::int as settled,
              count(*) filter (where customer_satisfied)::int as satisfied,
              count(*) filter (where not customer_satisfied)::int as dissatisfied,
              count(reopened_at)::int as reopened,
              count(*) filter (where state = 'LOST')::int as lost,
              count(*) filter (where gone)::int as gone_afterwards,
              percentile_cont(0.25) within group (order by days) as quickest,
              percentile_cont(0.5) within group (order by days) as middle,
              percentile_cont(0.75) within group (order by days) as slowest
            from (
              select coalesce(remedy_kind, 'NONE') as remedy, severity, resolved_at, reopened_at,
                customer_satisfied, state,
                (extract(epoch from resolved_at - received_at) / 86400)::float8 as days,
                exists (select 1 from %s l where l.customer_id = c.customer_id
                  and l.at > c.received_at
                  and l.at <= c.received_at + interval '%d days') as gone
              from %s c where received_at >= :from and received_at < :to) each
            group by grouping sets ((remedy), (severity), ())
            """
                .formatted(Signals.CANCELLATIONS, RecoveryView.GONE_WITHIN_DAYS, Complaints.ROWS))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(RecoveryView.Row.class);
  }
}
