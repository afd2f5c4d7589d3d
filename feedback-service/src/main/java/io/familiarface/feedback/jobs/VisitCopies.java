package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The local copies of visits. */
@ApplicationScoped
class VisitCopies {
  private static final String NEXT =
      """
      select v.* from %s v where v.customer_id = :customer order by v.scheduled_at limit 1
      """
          .formatted(PlannedVisits.AHEAD);

  private final Database database;

  VisitCopies(Database database) {
    this.database = database;
  }

  Optional<VisitCopy> byId(UUID id) {
    return database
        .sql("select * from visit_copy where id = :id and state <> 'WITHDRAWN'")
        .bind("id", id)
        .first(VisitCopy.class);
  }

  Map<String, VisitCopy> byExternalIds(Collection<String> externalIds) {
    Map<String, VisitCopy> found = new HashMap<>();
    database
        .sql(
            """
            select * from visit_copy
            where external_id = any(:ids) and state <> 'WITHDRAWN' order by revision
            """)
        .bind("ids", externalIds)
        .list(VisitCopy.class)
        .forEach(visit -> found.put(visit.externalId(), visit));
    return found;
  }

  /**
   * The next visit for which somebody is still to come to a customer.
   *
   * @param today the beginning of the day where the company is
   */
  Optional<VisitCopy> next(UUID customer, Instant today) {
    return database
        .sql(NEXT)
        .bind("customer", customer)
        .bind("today", today)
        .first(VisitCopy.class);
  }

  /** Stores copies, with the round trip, one a visit, unless a newer revision is there. */
  void store(Collection<VisitCopy> copies, RoundTrip trip) {
    if (copies.isEmpty()) {
      return;
    }
    List<VisitCopy> sorted = copies.stream().sorted(Comparator.comparing(VisitCopy::id)).toList();
    trip.bindColumn("visitIds", sorted, VisitCopy::id)
        .bindColumn("visitExternalIds", sorted, VisitCopy::externalId)
        .bindColumn("visitCustomerIds", sorted, VisitCopy::customerId)
        .bindColumn("visitAgreementIds", sorted, VisitCopy::agreementId)
        .bindColumn("visitStates", sorted, VisitCopy::state)
        .bindColumn("visitScheduledAts", sorted, VisitCopy::scheduledAt)
        .bindColumn("visitAnyTimes", sorted, VisitCopy::anyTime)
        .bindColumn("visitTechnicianIds", sorted, VisitCopy::technicianId)
        .bindColumn("visitChangeReasons", sorted, VisitCopy::changeReason)
        .bindColumn("visitPermanences", sorted, VisitCopy::permanence)
        .bindColumn("visitCustomerTolds", sorted, VisitCopy::customerTold)
        .bindColumn("visitIntroduceds", sorted, VisitCopy::introduced)
        .bindColumn("visitRevisions", sorted, VisitCopy::revision)
        .update(
            """
            insert into visit_copy
              (id, external_id, customer_id, agreement_id, state, scheduled_at, any_time, technician_id,
               change_reason, permanence, customer_told, introduced, revision)
            select * from unnest(
              cast(:visitIds as uuid[]), cast(:visitExternalIds as text[]), cast(:visitCustomerIds as uuid[]),
              cast(:visitAgreementIds as uuid[]), cast(:visitStates as text[]),
              cast(:visitScheduledAts as timestamptz[]), cast(:visitAnyTimes as bool[]),
              cast(:visitTechnicianIds as uuid[]),
              cast(:visitChangeReasons as text[]), cast(:visitPermanences as text[]),
              cast(:visitCustomerTolds as bool[]), cast(:visitIntroduceds as bool[]),
              cast(:visitRevisions as bigint[]))
            on conflict (id) do update set
              external_id = coalesce(excluded.external_id, visit_copy.external_id),
              customer_id = excluded.customer_id, agreement_id = excluded.agreement_id,
              state = excluded.state, scheduled_at = excluded.scheduled_at, any_time = excluded.any_time,
              technician_id = excluded.technician_id, change_reason = excluded.change_reason,
              permanence = excluded.permanence, customer_told = excluded.customer_told,
              introduced = excluded.introduced, revision = excluded.revision
            where visit_copy.revision < excluded.revision
            """);
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from visit_copy").list(UUID.class);
  }

  void move(UUID from, UUID into) {
    database
        .sql("update visit_copy set customer_id = :into where customer_id = :from")
        .bind("from", from)
        .bind("into", into)
        .update();
  }

  void erase(UUID customer) {
    database.sql("delete from visit_copy where customer_id = :id").bind("id", customer).update();
  }
}
