package io.familiarface.feedback.jobs;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.technicianchange.Permanence;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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
  private final Sql sql;

  VisitCopies(Sql sql) {
    this.sql = sql;
  }

  Optional<VisitCopy> byId(UUID id) {
    return sql.first(
        "select * from visit_copy where id = ? and state <> 'WITHDRAWN'", VisitCopies::read, id);
  }

  Map<String, VisitCopy> byExternalIds(Collection<String> externalIds) {
    Map<String, VisitCopy> found = new HashMap<>();
    sql.list(
            """
            select * from visit_copy
            where external_id = any(?) and state <> 'WITHDRAWN' order by revision
            """,
            VisitCopies::read,
            (Object) externalIds.toArray(String[]::new))
        .forEach(visit -> found.put(visit.externalId(), visit));
    return found;
  }

  /** The next visit planned for a customer at or after an instant. */
  Optional<VisitCopy> next(UUID customer, Instant from) {
    return sql.first(
        """
        select * from visit_copy
        where customer_id = ? and state = 'PLANNED' and scheduled_at >= ?
        order by scheduled_at limit 1
        """,
        VisitCopies::read,
        customer,
        from);
  }

  /** Stores copies, one a visit, unless a newer revision is there. */
  void store(Collection<VisitCopy> copies) {
    List<VisitCopy> sorted = copies.stream().sorted(Comparator.comparing(VisitCopy::id)).toList();
    sql.change(
        """
        insert into visit_copy
          (id, external_id, customer_id, agreement_id, state, scheduled_at, technician_id,
           change_reason, permanence, customer_told, introduced, revision)
        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
                             ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::bool[],
                             ?::bool[], ?::bigint[])
        on conflict (id) do update set
          external_id = coalesce(excluded.external_id, visit_copy.external_id),
          customer_id = excluded.customer_id, agreement_id = excluded.agreement_id,
          state = excluded.state, scheduled_at = excluded.scheduled_at,
          technician_id = excluded.technician_id, change_reason = excluded.change_reason,
          permanence = excluded.permanence, customer_told = excluded.customer_told,
          introduced = excluded.introduced, revision = excluded.revision
        where visit_copy.revision < excluded.revision
        """,
        column(sorted, VisitCopy::id),
        column(sorted, VisitCopy::externalId),
        column(sorted, VisitCopy::customerId),
        column(sorted, VisitCopy::agreementId),
        column(sorted, VisitCopy::state),
        column(sorted, VisitCopy::scheduledAt),
        column(sorted, VisitCopy::technicianId),
        column(sorted, VisitCopy::changeReason),
        column(sorted, VisitCopy::permanence),
        column(sorted, VisitCopy::customerTold),
        column(sorted, VisitCopy::introduced),
        column(sorted, VisitCopy::revision));
  }

  void erase(UUID customer) {
    sql.change("delete from visit_copy where customer_id = ?", customer);
  }

  private static VisitCopy read(Row row) throws SQLException {
    return new VisitCopy(
        row.uuid("id"),
        row.text("external_id"),
        row.uuid("customer_id"),
        row.uuid("agreement_id"),
        VisitCopy.State.valueOf(row.text("state")),
        row.instant("scheduled_at"),
        row.uuid("technician_id"),
        named(ChangeReason.class, row.text("change_reason")),
        named(Permanence.class, row.text("permanence")),
        row.bool("customer_told"),
        row.bool("introduced"),
        row.longNumber("revision"));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
