package io.familiarface.customers.visit;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Our copy of the agreements. */
@ApplicationScoped
class AgreementCopies {
  private static final String COLUMNS =
      """
      id, customer_id, program, starts_at, technician_id, cancelled_at, revision,
      usual_technician_id, unconfirmed_technician_id, last_completed_at, last_visit_id""";

  private final Database database;

  AgreementCopies(Database database) {
    this.database = database;
  }

  /** Adds those with these ids, as far as they are known, to a round trip. */
  static Supplier<List<AgreementCopy>> byId(RoundTrip trip, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List::of
        : trip.bind("agreements", ids)
                .query(
                    "select " + COLUMNS + " from agreement_copy where id = any(:agreements)",
                    AgreementCopy.class)
            ::all;
  }

  /** Adds to a round trip that these agreements are so now. */
  static void write(RoundTrip trip, Collection<AgreementCopy> agreements) {
    trip.bindColumn("agreementIds", agreements, AgreementCopy::id)
        .bindColumn("agreementCustomers", agreements, AgreementCopy::customerId)
        .bindColumn("programs", agreements, AgreementCopy::program)
        .bindColumn("starts", agreements, AgreementCopy::startsAt)
        .bindColumn("agreed", agreements, AgreementCopy::technicianId)
        .bindColumn("cancelled", agreements, AgreementCopy::cancelledAt)
        .bindColumn("agreementRevisions", agreements, AgreementCopy::revision)
        .bindColumn("usual", agreements, AgreementCopy::usualTechnicianId)
        .bindColumn("unconfirmed", agreements, AgreementCopy::unconfirmedTechnicianId)
        .bindColumn("lastCompleted", agreements, AgreementCopy::lastCompletedAt)
        .bindColumn("lastVisits", agreements, AgreementCopy::lastVisitId)
        .update(
            """
            insert into agreement_copy (%s)
            select * from unnest(cast(:agreementIds as uuid[]), cast(:agreementCustomers as uuid[]),
              cast(:programs as text[]), cast(:starts as timestamptz[]), cast(:agreed as uuid[]),
              cast(:cancelled as timestamptz[]), cast(:agreementRevisions as bigint[]),
              cast(:usual as uuid[]), cast(:unconfirmed as uuid[]),
              cast(:lastCompleted as timestamptz[]), cast(:lastVisits as uuid[]))
            on conflict (id) do update set
              customer_id = excluded.customer_id, program = excluded.program,
              starts_at = excluded.starts_at, technician_id = excluded.technician_id,
              cancelled_at = excluded.cancelled_at, revision = excluded.revision,
              usual_technician_id = excluded.usual_technician_id,
              unconfirmed_technician_id = excluded.unconfirmed_technician_id,
              last_completed_at = excluded.last_completed_at,
              last_visit_id = excluded.last_visit_id"""
                .formatted(COLUMNS));
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from agreement_copy").list(UUID.class);
  }

  /** Forgets, in a round trip, those of {@code :customers}. */
  static void forget(RoundTrip trip) {
    trip.update("delete from agreement_copy where customer_id = any(:customers)");
  }
}
