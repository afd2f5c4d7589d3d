package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The local copies of agreements. */
@ApplicationScoped
public class AgreementCopies {
  /** What another package may join. */
  public static final String ROWS = "(select * from agreement_copy)";

  private final Database database;

  AgreementCopies(Database database) {
    this.database = database;
  }

  /** Stores what was agreed, one an agreement, unless a newer revision is there. */
  void store(Collection<AgreementCopy> copies) {
    if (copies.isEmpty()) {
      return;
    }
    List<AgreementCopy> sorted =
        copies.stream().sorted(Comparator.comparing(AgreementCopy::id)).toList();
    database
        .sql(
            """
            insert into agreement_copy
              (id, customer_id, visit_interval_days, started_at, ends_at, price_amount,
               price_currency, revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:customerIds as uuid[]),
              cast(:visitIntervalDays as numeric[]), cast(:startedAts as timestamptz[]),
              cast(:endsAts as timestamptz[]), cast(:priceAmounts as numeric[]),
              cast(:priceCurrencys as text[]), cast(:revisions as bigint[]))
            on conflict (id) do update set
              customer_id = excluded.customer_id, visit_interval_days = excluded.visit_interval_days,
              started_at = excluded.started_at, ends_at = excluded.ends_at,
              price_amount = excluded.price_amount, price_currency = excluded.price_currency,
              revision = excluded.revision
            where agreement_copy.revision < excluded.revision
            """)
        .bindColumn("ids", sorted, AgreementCopy::id)
        .bindColumn("customerIds", sorted, AgreementCopy::customerId)
        .bindColumn("visitIntervalDays", sorted, AgreementCopy::visitIntervalDays)
        .bindColumn("startedAts", sorted, AgreementCopy::startedAt)
        .bindColumn("endsAts", sorted, AgreementCopy::endsAt)
        .bindColumn("priceAmounts", sorted, AgreementCopy::priceAmount)
        .bindColumn("priceCurrencys", sorted, AgreementCopy::priceCurrency)
        .bindColumn("revisions", sorted, AgreementCopy::revision)
        .update();
  }

  /** Stores the ends, one an agreement, unless a newer revision is there. */
  void end(Collection<AgreementCopy.Cancelled> ends) {
    if (ends.isEmpty()) {
      return;
    }
    List<AgreementCopy.Cancelled> sorted =
        ends.stream().sorted(Comparator.comparing(AgreementCopy.Cancelled::id)).toList();
    database
        .sql(
            """
            insert into agreement_copy (id, customer_id, cancelled_at, cancelled_revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:customerIds as uuid[]),
              cast(:cancelledAts as timestamptz[]), cast(:cancelledRevisions as bigint[]))
            on conflict (id) do update set
              cancelled_at = excluded.cancelled_at, cancelled_revision = excluded.cancelled_revision
            where agreement_copy.cancelled_revision < excluded.cancelled_revision
            """)
        .bindColumn("ids", sorted, AgreementCopy.Cancelled::id)
        .bindColumn("customerIds", sorted, AgreementCopy.Cancelled::customerId)
        .bindColumn("cancelledAts", sorted, AgreementCopy.Cancelled::at)
        .bindColumn("cancelledRevisions", sorted, AgreementCopy.Cancelled::revision)
        .update();
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from agreement_copy").list(UUID.class);
  }

  void erase(UUID customer) {
    database
        .sql("delete from agreement_copy where customer_id = :id")
        .bind("id", customer)
        .update();
  }
}
