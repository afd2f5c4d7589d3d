package io.familiarface.feedback.continuity;

import io.familiarface.database.Database;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The faces that customers saw, counted over all of them. */
@ApplicationScoped
class ContinuityCounts {
  private final Database database;

  ContinuityCounts(Database database) {
    this.database = database;
  }

  /**
   * The customers of a branch within a window, each counting once whatever the number of visits.
   *
   * @param company whether it is all branches together
   * @param branch null for customers of none
   * @param period 1 for the earliest window
   * @param deviation of the faces
   */
  record Row(
      boolean company,
      String branch,
      int period,
      int customers,
      long visits,
      double faces,
      Double deviation,
      double usualProvider,
      Double bb) {}

  /**
   * @param bounds where windows end and the next begin, in the order of time
   */
  List<Row> within(List<Instant> bounds) {
    return database
        .sql(
            """
            with seen as (
              select customer_id, technician_id, count(*) as n,
                width_bucket(at, cast(:bounds as timestamptz[])) as period
              from %s v where at >= :first and at < :last
              group by customer_id, technician_id, period),
            met as (
              select customer_id, period, count(*) as faces, sum(n) as visits, max(n) as most,
                sum(n * n) as squares
              from seen group by customer_id, period)
            select grouping(c.branch) = 1 as company, c.branch, period,
              count(*)::int as customers, sum(visits)::bigint as visits,
              avg(faces)::float8 as faces, stddev_samp(faces)::float8 as deviation,
              avg(most / visits)::float8 as usual_provider,
              avg((squares - visits) / nullif(visits * (visits - 1), 0))::float8 as bb
            from met left join %s c on c.id = customer_id
            group by grouping sets ((c.branch, period), (period))
            """
                .formatted(Signals.VISITS, CustomerCopies.NAMES))
        .bind("bounds", bounds)
        .bind("first", bounds.get(0))
        .bind("last", bounds.get(bounds.size() - 1))
        .list(Row.class);
  }
}
