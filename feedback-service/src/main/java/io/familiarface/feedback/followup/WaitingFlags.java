package io.familiarface.feedback.followup;

import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The flags for which nobody has been asked to call yet. */
@ApplicationScoped
class WaitingFlags {
  /** Events; more than that is a history coming in, of which the end is not known yet. */
  private static final int TOO_FAR_BEHIND = 500;

  private final Sql sql;

  WaitingFlags(Sql sql) {
    this.sql = sql;
  }

  /**
   * A flag that waits.
   *
   * @param expectedLoss visits a year at stake
   */
  record Waiting(UUID flagId, UUID customerId, double expectedLoss) {}

  /**
   * The greatest expected loss first, then the oldest flag. What an agreement is worth in money is
   * known to jobs-service alone, so the loss is counted in visits: the probability times the visits
   * a year of her running agreements, twelve where the cadence is unknown.
   */
  List<Waiting> greatestLossFirst(Instant now, int limit) {
    return sql.list(
        """
        select f.id, f.customer_id,
               coalesce(r.probability, f.probability) * coalesce(a.visits_a_year, 12)
                 as expected_loss
        from flag f
        left join customer_risk r on r.customer_id = f.customer_id
        cross join lateral (
          select sum(365.25 / (s.data ->> 'visitIntervalDays')::float8) as visits_a_year
          from signal s
          where s.customer_id = f.customer_id and s.kind = 'AGREEMENT_STARTED' and s.at <= ?
            and not exists (
              select 1 from signal e
              where e.customer_id = s.customer_id and e.kind = 'AGREEMENT_CANCELLED'
                and e.at <= ? and e.data ->> 'agreementId' = s.data ->> 'agreementId')
        ) a
        where f.state in ('RAISED', 'ACKNOWLEDGED')
          and not exists (select 1 from follow_up u where u.flag_id = f.id)
        order by expected_loss desc, f.raised_at, f.id
        limit ?
        """,
        row -> new Waiting(row.uuid("id"), row.uuid("customer_id"), row.number("expected_loss")),
        now,
        now,
        limit);
  }

  /** Whether the feeds are still bringing in a history: a flag of today may be none of tomorrow. */
  boolean historyIsComingIn() {
    return sql.first(
            "select coalesce(max(head - position), 0) > ? as behind from feed_consumer",
            row -> row.bool("behind"),
            TOO_FAR_BEHIND)
        .orElseThrow();
  }
}
