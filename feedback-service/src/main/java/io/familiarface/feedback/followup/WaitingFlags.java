package io.familiarface.feedback.followup;

import io.familiarface.feedback.jobs.BackfillDetector;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The flags for which nobody has been asked to call yet. */
@ApplicationScoped
class WaitingFlags {
  /** Events; more than that is a history coming in, of which the end is not known yet. */
  private static final int TOO_FAR_BEHIND = 500;

  private final Sql sql;
  private final BackfillDetector backfill;
  private final FollowUpSettings settings;

  WaitingFlags(Sql sql, BackfillDetector backfill, FollowUpSettings settings) {
    this.sql = sql;
    this.backfill = backfill;
    this.settings = settings;
  }

  /** A flag that waits. */
  record Waiting(UUID flagId, UUID customerId, Stake stake) {}

  /**
   * The greatest expected loss first, then the oldest flag. The loss is the probability times what
   * her running agreements bring in a year; where a price is unknown, the median of the thousand
   * newest agreements of the company stands for it. While not one price is known, visits count.
   * Amounts in different currencies are compared as they stand.
   */
  List<Waiting> greatestLossFirst(Instant now, int limit) {
    return sql.list(
        """
        with usual as (
          select price_currency as currency,
                 percentile_cont(0.5) within group (order by value_a_year) as value_a_year
          from (select price_currency, value_a_year from agreement_copy
                where cancelled_at is null and value_a_year is not null
                order by id desc limit 1000) newest
          group by price_currency order by count(*) desc, price_currency limit 1
        )
        select f.id, f.customer_id,
               coalesce(r.probability, f.probability) * a.visits_a_year as visits,
               coalesce(r.probability, f.probability) * a.value_a_year as value,
               a.currency
        from flag f
        left join customer_risk r on r.customer_id = f.customer_id
        left join usual on true
        cross join lateral (
          select coalesce(sum(365.25 / c.visit_interval_days), 12)::float8 as visits_a_year,
                 coalesce(sum(coalesce(c.value_a_year, usual.value_a_year)),
                          usual.value_a_year)::float8 as value_a_year,
                 coalesce(max(c.price_currency), usual.currency) as currency
          from agreement_copy c
          where c.customer_id = f.customer_id and c.started_at <= ?
            and (c.cancelled_at is null or c.cancelled_at > ?)
            and (c.ends_at is null or c.ends_at > ?)
        ) a
        where f.state in ('RAISED', 'ACKNOWLEDGED')
          and not exists (select 1 from follow_up u where u.flag_id = f.id)
        order by coalesce(r.probability, f.probability)
                   * coalesce(a.value_a_year, a.visits_a_year) desc,
                 f.raised_at, f.id
        limit ?
        """,
        WaitingFlags::read,
        now,
        now,
        now,
        limit);
  }

  /** Whether a history is still coming in: a flag of today may be none of tomorrow. */
  boolean historyIsComingIn() {
    return backfill.isRunning(settings.quietAfterHistory()) || isFarBehind();
  }

  private boolean isFarBehind() {
    return sql.first(
            "select coalesce(max(head - position), 0) > ? as behind from feed_consumer",
            row -> row.bool("behind"),
            TOO_FAR_BEHIND)
        .orElseThrow();
  }

  private static Waiting read(Row row) throws SQLException {
    double visits = row.number("visits");
    String currency = row.text("currency");
    Stake stake = new Stake(currency == null ? visits : row.number("value"), currency, visits);
    return new Waiting(row.uuid("id"), row.uuid("customer_id"), stake);
  }
}
