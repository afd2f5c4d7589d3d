package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.database.Statement;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.jobs.AgreementCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;

/**
 * What is at stake with customers: the probability that they leave times what their running
 * agreements bring in a year. Where a price is unknown, the median of the thousand newest
 * agreements of the company stands for it; while not one price is known, visits count. Who has no
 * running agreement brings nothing in a year.
 */
@ApplicationScoped
class ExpectedLosses {
  /** What stands behind {@code with}: the usual value of an agreement, one row or none. */
  static final String USUAL =
      """
      usual as (
        select price_currency as currency,
               percentile_cont(0.5) within group (order by value_a_year) as value_a_year
        from (select price_currency, value_a_year from %s
              where cancelled_at is null and value_a_year is not null
              order by id desc limit 1000) newest
        group by price_currency order by count(*) desc, price_currency limit 1
      )\
      """
          .formatted(AgreementCopies.ROWS);

  private static final String YEAR =
      """
      select case when count(*) > 0
               then coalesce(sum(365.25 / c.visit_interval_days), 12) else 0
             end::float8 as visits_a_year,
             case when count(*) > 0
               then coalesce(sum(coalesce(c.value_a_year, usual.value_a_year)), usual.value_a_year)
               else 0
             end::float8 as value_a_year,
             coalesce(max(c.price_currency), usual.currency) as currency
      from %s c
      where c.customer_id = %s and c.started_at <= :now
        and (c.cancelled_at is null or c.cancelled_at > :now)
        and (c.ends_at is null or c.ends_at > :now)\
      """;

  private static final String OF_CUSTOMERS =
      """
      with %s
      select w.id as customer_id, a.currency as loss_currency,
             coalesce(r.probability, 0) * a.visits_a_year as visits_at_stake,
             coalesce(r.probability, 0)
               * case when a.currency is null then a.visits_a_year else a.value_a_year end
               as expected_loss,
             %s * case when a.currency is null then a.visits_a_year else a.value_a_year end
               as priority,
             :order as ordered_by
      from unnest(cast(:customers as uuid[])) as w (id)
      left join %s r on r.customer_id = w.id
      left join usual on true
      cross join lateral (%s) a
      """
          .formatted(
              USUAL,
              gainOf("coalesce(r.probability, 0)"),
              CustomerRisks.PROBABILITIES,
              yearOf("w.id"));

  private final Database database;
  private final CallEffects effects;

  ExpectedLosses(Database database, CallEffects effects) {
    this.database = database;
    this.effects = effects;
  }

  /**
   * What a call is expected to keep, of one: what calling is known to change at a probability of
   * leaving, or, while that is not known, the probability. Names {@code :bounds} and {@code :gains}
   * of {@link CallEffects.Gains}.
   *
   * @param probability as SQL
   */
  static String gainOf(String probability) {
    return """
    coalesce(
      (cast(:gains as float8[]))[width_bucket(%1$s, cast(:bounds as float8[])) + 1], %1$s)\
    """
        .formatted(probability);
  }

  /** Binds what {@link #gainOf} names, and {@code :order}. */
  static Statement bind(Statement statement, CallEffects.Gains known) {
    return statement
        .bindColumn("bounds", known.bounds(), bound -> bound)
        .bindColumn("gains", known.gains(), gain -> gain)
        .bind("order", known.order());
  }

  /**
   * What a customer brings in a year, as a query that joins {@link #USUAL} and names {@code :now}.
   *
   * @param customer the column with the id
   */
  static String yearOf(String customer) {
    return YEAR.formatted(AgreementCopies.ROWS, customer);
  }

  private record OfCustomer(UUID customerId, @Nested ExpectedLoss loss) {}

  Map<UUID, ExpectedLoss> of(Collection<UUID> customers, Instant now) {
    return bind(database.sql(OF_CUSTOMERS), effects.gains())
        .bind("customers", customers)
        .bind("now", now)
        .list(OfCustomer.class)
        .stream()
        .collect(Collectors.toMap(OfCustomer::customerId, OfCustomer::loss, (one, same) -> one));
  }
}
