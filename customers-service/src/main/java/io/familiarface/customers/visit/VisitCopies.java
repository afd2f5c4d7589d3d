package io.familiarface.customers.visit;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Our copy of the visits. */
@ApplicationScoped
class VisitCopies {
  private static final String COLUMNS =
      """
      id, agreement_id, customer_id, state, scheduled_at, any_time, technician_id,
      planned_technician_id, change_reason, permanence, customer_told, introduced, completed_at, on_time, missed_at,
      revision, expected_technician_id, effect""";

  private final Database database;

  VisitCopies(Database database) {
    this.database = database;
  }

  /** Adds those with these ids, as far as they are known, to a round trip. */
  static Supplier<List<VisitCopy>> byId(RoundTrip trip, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List::of
        : trip.bind("visits", ids)
                .query(
                    "select " + COLUMNS + " from visit_copy where id = any(:visits)",
                    VisitCopy.class)
            ::all;
  }

  List<VisitCopy> completedOf(Collection<UUID> agreementIds) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from visit_copy where agreement_id = any(:agreements) and state = 'COMPLETED'")
        .bind("agreements", agreementIds)
        .list(VisitCopy.class);
  }

  /** Adds to a round trip that these visits are so now. */
  static void write(RoundTrip trip, Collection<VisitCopy> visits) {
    trip.bindColumn("visitIds", visits, VisitCopy::id)
        .bindColumn("visitAgreements", visits, VisitCopy::agreementId)
        .bindColumn("visitCustomers", visits, VisitCopy::customerId)
        .bindColumn("states", visits, VisitCopy::state)
        .bindColumn("scheduled", visits, VisitCopy::scheduledAt)
        .bindColumn("anyTimes", visits, VisitCopy::anyTime)
        .bindColumn("technicians", visits, VisitCopy::technicianId)
        .bindColumn("planned", visits, VisitCopy::plannedTechnicianId)
        .bindColumn("reasons", visits, VisitCopy::changeReason)
        .bindColumn("permanences", visits, VisitCopy::permanence)
        .bindColumn("told", visits, VisitCopy::customerTold)
        .bindColumn("introduced", visits, VisitCopy::introduced)
        .bindColumn("completed", visits, VisitCopy::completedAt)
        .bindColumn("onTime", visits, VisitCopy::onTime)
        .bindColumn("missed", visits, VisitCopy::missedAt)
        .bindColumn("visitRevisions", visits, VisitCopy::revision)
        .bindColumn("expected", visits, VisitCopy::expectedTechnicianId)
        .bindColumn("effects", visits, VisitCopy::effect)
        .update(
            """
            insert into visit_copy (%s)
            select * from unnest(cast(:visitIds as uuid[]), cast(:visitAgreements as uuid[]),
              cast(:visitCustomers as uuid[]), cast(:states as text[]),
              cast(:scheduled as timestamptz[]), cast(:anyTimes as boolean[]),
              cast(:technicians as uuid[]),
              cast(:planned as uuid[]), cast(:reasons as text[]), cast(:permanences as text[]),
              cast(:told as boolean[]), cast(:introduced as boolean[]),
              cast(:completed as timestamptz[]), cast(:onTime as boolean[]),
              cast(:missed as timestamptz[]), cast(:visitRevisions as bigint[]),
              cast(:expected as uuid[]), cast(:effects as text[]))
            on conflict (id) do update set
              agreement_id = excluded.agreement_id, customer_id = excluded.customer_id,
              state = excluded.state, scheduled_at = excluded.scheduled_at,
              any_time = excluded.any_time,
              technician_id = excluded.technician_id,
              planned_technician_id = excluded.planned_technician_id,
              change_reason = excluded.change_reason, permanence = excluded.permanence,
              customer_told = excluded.customer_told, introduced = excluded.introduced,
              completed_at = excluded.completed_at, on_time = excluded.on_time,
              missed_at = excluded.missed_at, revision = excluded.revision,
              expected_technician_id = excluded.expected_technician_id, effect = excluded.effect"""
                .formatted(COLUMNS));
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from visit_copy").list(UUID.class);
  }

  /** Forgets, in a round trip, those of {@code :customers}. */
  static void forget(RoundTrip trip) {
    trip.update("delete from visit_copy where customer_id = any(:customers)");
  }
}
