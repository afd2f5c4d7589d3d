package io.familiarface.feedback.followup;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.risk.signal.ChangeReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Finds the customers for whose next visit somebody else than usual is planned. */
@ApplicationScoped
class ComingChanges {
  private final Sql sql;

  ComingChanges(Sql sql) {
    this.sql = sql;
  }

  /** By customer; those whose next visit is as usual are missing from the answer. */
  Map<UUID, ComingChange> of(Collection<UUID> customers, Instant now) {
    Map<UUID, ComingChange> changes = new HashMap<>();
    sql.list(
        """
        select v.*, t.name as technician_name
        from unnest(?::uuid[]) as c (id)
        cross join lateral (
          select * from visit_copy
          where customer_id = c.id and state = 'PLANNED' and scheduled_at >= ?
          order by scheduled_at limit 1
        ) v
        left join technician_copy t on t.id = v.technician_id
        where v.change_reason not in ('NONE', 'CUSTOMER_REQUEST')
        """,
        row -> changes.put(row.uuid("customer_id"), read(row)),
        customers.toArray(UUID[]::new),
        now);
    return changes;
  }

  private static ComingChange read(Row row) throws SQLException {
    return new ComingChange(
        row.uuid("id"),
        row.instant("scheduled_at"),
        row.uuid("technician_id"),
        row.text("technician_name"),
        ChangeReason.valueOf(row.text("change_reason")),
        row.bool("customer_told"),
        row.bool("introduced"));
  }
}
