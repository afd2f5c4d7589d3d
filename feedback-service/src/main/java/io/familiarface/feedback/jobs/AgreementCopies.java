package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
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

  /**
   * Stores what was agreed, with the round trip, one an agreement, unless a newer revision is
   * there.
   */
  void store(Collection<AgreementCopy> copies, RoundTrip trip) {
    if (copies.isEmpty()) {
      return;
    }
    List<AgreementCopy> sorted =
        copies.stream().sorted(Comparator.comparing(AgreementCopy::id)).toList();
    trip.bindColumn("agreementIds", sorted, AgreementCopy::id)
        .bindColumn("agreementCustomerIds", sorted, AgreementCopy::customerId)
        .bindColumn("agreementPrograms", sorted, AgreementCopy::program)
        .bindColumn("agreementVisitIntervalDays", sorted, AgreementCopy::visitIntervalDays)
        .bindColumn("agreementStartedAts", sorted, AgreementCopy::startedAt)
        .bindColumn("agreementEndsAts", sorted, AgreementCopy::endsAt)
        .bindColumn("agreementPriceAmounts", sorted, AgreementCopy::priceAmount)
        .bindColumn("agreementPriceCurrencys", sorted, AgreementCopy::priceCurrency)
        .bindColumn("agreementRevisions", sorted, AgreementCopy::revision)
        .update(
            """
            insert into agreement_copy
              (id, customer_id, program, visit_interval_days, started_at, ends_at, price_amount,
               price_currency, revision)
            select * from unnest(
              cast(:agreementIds as uuid[]), cast(:agreementCustomerIds as uuid[]),
              cast(:agreementPrograms as text[]), cast(:agreementVisitIntervalDays as numeric[]), cast(:agreementStartedAts as timestamptz[]),
              cast(:agreementEndsAts as timestamptz[]), cast(:agreementPriceAmounts as numeric[]),
              cast(:agreementPriceCurrencys as text[]), cast(:agreementRevisions as bigint[]))
            on conflict (id) do update set
              customer_id = excluded.customer_id, program = excluded.program,
              visit_interval_days = excluded.visit_interval_days,
              started_at = excluded.started_at, ends_at = excluded.ends_at,
              price_amount = excluded.price_amount, price_currency = excluded.price_currency,
              revision = excluded.revision
            where agreement_copy.revision < excluded.revision
            """);
  }

  /** Stores the ends, with the round trip, one an agreement, unless a newer revision is there. */
  void end(Collection<AgreementCopy.Cancelled> ends, RoundTrip trip) {
    if (ends.isEmpty()) {
      return;
    }
    List<AgreementCopy.Cancelled> sorted =
        ends.stream().sorted(Comparator.comparing(AgreementCopy.Cancelled::id)).toList();
    trip.bindColumn("endedIds", sorted, AgreementCopy.Cancelled::id)
        .bindColumn("endedCustomerIds", sorted, AgreementCopy.Cancelled::customerId)
        .bindColumn("endedCancelledAts", sorted, AgreementCopy.Cancelled::at)
        .bindColumn("endedCancelledRevisions", sorted, AgreementCopy.Cancelled::revision)
        .update(
            """
            insert into agreement_copy (id, customer_id, cancelled_at, cancelled_revision)
            select * from unnest(
              cast(:endedIds as uuid[]), cast(:endedCustomerIds as uuid[]),
              cast(:endedCancelledAts as timestamptz[]), cast(:endedCancelledRevisions as bigint[]))
            on conflict (id) do update set
              cancelled_at = excluded.cancelled_at, cancelled_revision = excluded.cancelled_revision
            where agreement_copy.cancelled_revision < excluded.cancelled_revision
            """);
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from agreement_copy").list(UUID.class);
  }

  void move(UUID from, UUID into) {
    database
        .sql("update agreement_copy set customer_id = :into where customer_id = :from")
        .bind("from", from)
        .bind("into", into)
        .update();
  }

  void erase(UUID customer) {
    database
        .sql("delete from agreement_copy where customer_id = :id")
        .bind("id", customer)
        .update();
  }
}
