package io.familiarface.feedback.jobs;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The local copies of agreements. */
@ApplicationScoped
class AgreementCopies {
  private final Sql sql;

  AgreementCopies(Sql sql) {
    this.sql = sql;
  }

  /** Stores what was agreed, one an agreement, unless a newer revision is there. */
  void store(Collection<AgreementCopy> copies) {
    if (copies.isEmpty()) {
      return;
    }
    List<AgreementCopy> sorted =
        copies.stream().sorted(Comparator.comparing(AgreementCopy::id)).toList();
    sql.change(
        """
        insert into agreement_copy
          (id, customer_id, visit_interval_days, started_at, ends_at, price_amount,
           price_currency, revision)
        select * from unnest(?::uuid[], ?::uuid[], ?::numeric[], ?::timestamptz[],
                             ?::timestamptz[], ?::numeric[], ?::text[], ?::bigint[])
        on conflict (id) do update set
          customer_id = excluded.customer_id, visit_interval_days = excluded.visit_interval_days,
          started_at = excluded.started_at, ends_at = excluded.ends_at,
          price_amount = excluded.price_amount, price_currency = excluded.price_currency,
          revision = excluded.revision
        where agreement_copy.revision < excluded.revision
        """,
        column(sorted, AgreementCopy::id),
        column(sorted, AgreementCopy::customerId),
        column(sorted, AgreementCopy::visitIntervalDays),
        column(sorted, AgreementCopy::startedAt),
        column(sorted, AgreementCopy::endsAt),
        column(sorted, AgreementCopy::priceAmount),
        column(sorted, AgreementCopy::priceCurrency),
        column(sorted, AgreementCopy::revision));
  }

  /** Stores the ends, one an agreement, unless a newer revision is there. */
  void end(Collection<AgreementCopy.Cancelled> ends) {
    if (ends.isEmpty()) {
      return;
    }
    List<AgreementCopy.Cancelled> sorted =
        ends.stream().sorted(Comparator.comparing(AgreementCopy.Cancelled::id)).toList();
    sql.change(
        """
        insert into agreement_copy (id, customer_id, cancelled_at, cancelled_revision)
        select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::bigint[])
        on conflict (id) do update set
          cancelled_at = excluded.cancelled_at, cancelled_revision = excluded.cancelled_revision
        where agreement_copy.cancelled_revision < excluded.cancelled_revision
        """,
        column(sorted, AgreementCopy.Cancelled::id),
        column(sorted, AgreementCopy.Cancelled::customerId),
        column(sorted, AgreementCopy.Cancelled::at),
        column(sorted, AgreementCopy.Cancelled::revision));
  }

  void erase(UUID customer) {
    sql.change("delete from agreement_copy where customer_id = ?", customer);
  }
}
