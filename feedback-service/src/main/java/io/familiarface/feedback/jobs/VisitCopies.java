package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
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

  /** The next visit planned for a customer at or after an instant. */
  Optional<VisitCopy> next(UUID customer, Instant from) {
    return database
        .sql(
            """
            select * from visit_copy
            where customer_id = :customer and state = 'PLANNED' and scheduled_at >= :from
            order by scheduled_at limit 1
            """)
        .bind("customer", customer)
        .bind("from", from)
        .first(VisitCopy.class);
  }

  /** Stores copies, one a visit, unless a newer revision is there. */
  void store(Collection<VisitCopy> copies) {
    List<VisitCopy> sorted = copies.stream().sorted(Comparator.comparing(VisitCopy::id)).toList();
    database
        .sql(
            """
            insert into visit_copy
              (id, external_id, customer_id, agreement_id, state, scheduled_at, technician_id,
               change_reason, permanence, customer_told, introduced, revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:customerIds as uuid[]),
              cast(:agreementIds as uuid[]), cast(:states as text[]),
              cast(:scheduledAts as timestamptz[]), cast(:technicianIds as uuid[]),
              cast(:changeReasons as text[]), cast(:permanences as text[]),
              cast(:customerTolds as bool[]), cast(:introduceds as bool[]),
              cast(:revisions as bigint[]))
            on conflict (id) do update set
              external_id = coalesce(excluded.external_id, visit_copy.external_id),
              customer_id = excluded.customer_id, agreement_id = excluded.agreement_id,
              state = excluded.state, scheduled_at = excluded.scheduled_at,
              technician_id = excluded.technician_id, change_reason = excluded.change_reason,
              permanence = excluded.permanence, customer_told = excluded.customer_told,
              introduced = excluded.introduced, revision = excluded.revision
            where visit_copy.revision < excluded.revision
            """)
        .bindColumn("ids", sorted, VisitCopy::id)
        .bindColumn("externalIds", sorted, VisitCopy::externalId)
        .bindColumn("customerIds", sorted, VisitCopy::customerId)
        .bindColumn("agreementIds", sorted, VisitCopy::agreementId)
        .bindColumn("states", sorted, VisitCopy::state)
        .bindColumn("scheduledAts", sorted, VisitCopy::scheduledAt)
        .bindColumn("technicianIds", sorted, VisitCopy::technicianId)
        .bindColumn("changeReasons", sorted, VisitCopy::changeReason)
        .bindColumn("permanences", sorted, VisitCopy::permanence)
        .bindColumn("customerTolds", sorted, VisitCopy::customerTold)
        .bindColumn("introduceds", sorted, VisitCopy::introduced)
        .bindColumn("revisions", sorted, VisitCopy::revision)
        .update();
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from visit_copy").list(UUID.class);
  }

  void erase(UUID customer) {
    database.sql("delete from visit_copy where customer_id = :id").bind("id", customer).update();
  }
}
