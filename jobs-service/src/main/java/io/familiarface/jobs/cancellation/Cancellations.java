package io.familiarface.jobs.cancellation;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerErased;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The cancellations on record, keyed by their agreements. */
@ApplicationScoped
class Cancellations implements PanacheRepositoryBase<Cancellation, UUID> {
  private static final String INSERT =
      """
      insert into cancellation (agreement_id, cancelled_at, reason, words, letter, recorded_by,
        recorded_at, line_fingerprint, version)
      select * from unnest(
        cast(:cancelledAgreements as uuid[]), cast(:cancelledAt as timestamptz[]),
        cast(:cancelledBecause as text[]), cast(:cancelledInWords as text[]),
        cast(:cancelledByLetter as text[]), cast(:cancellationsBy as text[]),
        cast(:cancellationsAt as timestamptz[]), cast(:cancellationLines as bigint[]),
        cast(:cancellationVersions as bigint[]))\
      """;

  private final Agreements agreements;
  private final Database database;

  Cancellations(Agreements agreements, Database database) {
    this.agreements = agreements;
    this.database = database;
  }

  /** That an agreement's end is on record, and what the last line of an import said of it. */
  record Known(UUID agreementId, Long lineFingerprint) {}

  List<Known> known(Collection<UUID> agreementIds) {
    return database
        .sql(
            """
            select agreement_id, line_fingerprint from cancellation
            where agreement_id = any(:agreements)
            """)
        .bind("agreements", agreementIds)
        .list(Known.class);
  }

  /** Writes new ones together, past the session: it does not hold them afterwards. */
  void insert(RoundTrip trip, List<Cancellation> made) {
    trip.update(INSERT)
        .bindColumn("cancelledAgreements", made, one -> one.agreementId)
        .bindColumn("cancelledAt", made, one -> one.cancelledAt)
        .bindColumn("cancelledBecause", made, one -> one.reason)
        .bindColumn("cancelledInWords", made, one -> one.words)
        .bindColumn("cancelledByLetter", made, one -> one.letter)
        .bindColumn("cancellationsBy", made, one -> one.recordedBy)
        .bindColumn("cancellationsAt", made, one -> one.recordedAt)
        .bindColumn("cancellationLines", made, one -> one.lineFingerprint)
        .bindColumn("cancellationVersions", made, one -> one.version);
  }

  /** What was said and written goes with the person; that it ended stays. */
  void deleteWords(@Observes CustomerErased event) {
    list(
            "agreementId in ?1",
            agreements.ofCustomer(event.customerId()).stream().map(Agreement::id).toList())
        .forEach(
            cancellation -> {
              cancellation.words = null;
              cancellation.letter = null;
            });
  }
}
