package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.CaseRounds;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Complaints, counted by what came of them. */
@ApplicationScoped
class RecoveryCounts {
  private final Database database;

  RecoveryCounts(Database database) {
    this.database = database;
  }

  /** By remedy each round of a case, by severity and all together each case. */
  List<RecoveryView.Row> within(InsightPeriod.Span span, Instant now) {
    return database
        .sql(
            """
            with rounds as (
              select r.*, gone.from_round, gone.from_case
              from %2$s r
              left join lateral (
                select bool_or(l.at > r.begun_at) as from_round,
                  bool_or(l.at <= r.received_at + interval '%3$d days') as from_case
                from %1$s l where l.customer_id = r.customer_id and l.at > r.received_at
                  and l.at <= r.begun_at + interval '%3$d days' and r.received_at <= :ripe)
                gone on true
              where r.received_at >= :from and r.received_at < :to),
            counted as (
              select *,
                case when not lost
                  then date_part('epoch', ended_at - begun_at) / 86400 end as round_days,
                case when not lost
                  then date_part('epoch', ended_at - received_at) / 86400 end as case_days
              from rounds)
            select 'REMEDY' as dimension, coalesce(remedy, 'NONE') as key, count(*)::int as cases,
              count(ended_at) filter (where not lost)::int as settled,
              count(*) filter (where satisfied)::int as satisfied,
              count(*) filter (where not satisfied)::int as dissatisfied,
              count(*) filter (where came_back)::int as reopened,
              count(*) filter (where lost)::int as lost,
              count(*) filter (where begun_at <= :ripe)::int as watched,
              count(*) filter (where begun_at <= :ripe and from_round)::int as gone_afterwards,
              percentile_cont(0.25) within group (order by round_days) as quickest,
              percentile_cont(0.5) within group (order by round_days) as middle,
              percentile_cont(0.75) within group (order by round_days) as slowest
            from counted group by 2
            union all
            select case when grouping(severity) = 0 then 'SEVERITY' end, severity, count(*)::int,
              count(ended_at) filter (where not lost)::int,
              count(*) filter (where satisfied)::int,
              count(*) filter (where not satisfied)::int,
              count(*) filter (where reopened)::int,
              count(*) filter (where lost)::int,
              count(*) filter (where received_at <= :ripe)::int,
              count(*) filter (where received_at <= :ripe and from_case)::int,
              percentile_cont(0.25) within group (order by case_days),
              percentile_cont(0.5) within group (order by case_days),
              percentile_cont(0.75) within group (order by case_days)
            from counted where last group by grouping sets ((severity), ())
            """
                .formatted(Signals.CANCELLATIONS, CaseRounds.ROWS, RecoveryView.GONE_WITHIN_DAYS))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("ripe", now.minus(Duration.ofDays(RecoveryView.GONE_WITHIN_DAYS)))
        .list(RecoveryView.Row.class);
  }
}
