package io.familiarface.feedback.complaint;

import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.feedback.sql.Where;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.signal.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code complaint}. */
@ApplicationScoped
class ComplaintStore {
  private final Sql sql;

  ComplaintStore(Sql sql) {
    this.sql = sql;
  }

  Optional<Complaint> named(Ref ref) {
    return named(ref, "");
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<Complaint> lock(Ref ref) {
    return named(ref, " for update");
  }

  private Optional<Complaint> named(Ref ref, String lock) {
    return ref.id().isPresent()
        ? sql.first(
            "select * from complaint where id = ?" + lock, ComplaintStore::read, ref.id().get())
        : sql.first(
            "select * from complaint where external_id = ?" + lock,
            ComplaintStore::read,
            ref.externalId().orElseThrow());
  }

  Map<String, Complaint> byExternalIds(Collection<String> externalIds) {
    Map<String, Complaint> found = new HashMap<>();
    sql.list(
            "select * from complaint where external_id = any(?)",
            ComplaintStore::read,
            (Object) externalIds.toArray(String[]::new))
        .forEach(complaint -> found.put(complaint.externalId(), complaint));
    return found;
  }

  List<Complaint> page(ComplaintFilter filter, UUID customer, PageRequest page) {
    Where where =
        new Where()
            .andIf("external_id = ?", filter.externalId)
            .andIf("customer_id = ?", customer)
            .andIf("state = ?", filter.state)
            .andIf("severity = ?", filter.severity)
            .andIf("cause = ?", filter.cause)
            .andIf("received_at >= ?", filter.from)
            .andIf("received_at < ?", filter.to);
    page.after()
        .ifPresent(key -> where.and("(received_at, id) < (?, ?)", key.instant(0), key.uuid(1)));
    return sql.list(
        "select * from complaint " + where.text() + " order by received_at desc, id desc limit ?",
        ComplaintStore::read,
        where.parameters(page.limit() + 1));
  }

  void save(Complaint complaint) {
    sql.change(
        """
        insert into complaint
          (id, external_id, customer_id, visit_id, state, severity, cause, text, received_at,
           resolved_at, reopened_at, customer_satisfied, recorded_by, recorded_at, revision)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          visit_id = excluded.visit_id, state = excluded.state, severity = excluded.severity,
          cause = excluded.cause, text = excluded.text, received_at = excluded.received_at,
          resolved_at = excluded.resolved_at, reopened_at = excluded.reopened_at,
          customer_satisfied = excluded.customer_satisfied, revision = excluded.revision
        """,
        complaint.id(),
        complaint.externalId(),
        complaint.customerId(),
        complaint.visitId(),
        complaint.state(),
        complaint.severity(),
        complaint.cause(),
        complaint.text(),
        complaint.receivedAt(),
        complaint.resolvedAt(),
        complaint.reopenedAt(),
        complaint.customerSatisfied(),
        complaint.recordedBy(),
        complaint.recordedAt(),
        complaint.revision());
  }

  void forget(@Observes CustomerErased erased) {
    sql.change("delete from complaint where customer_id = ?", erased.customerId());
  }

  private static Complaint read(Row row) throws SQLException {
    return new Complaint(
        row.uuid("id"),
        row.text("external_id"),
        row.uuid("customer_id"),
        row.uuid("visit_id"),
        Severity.valueOf(row.text("severity")),
        row.text("cause"),
        row.text("text"),
        row.instant("received_at"),
        row.instant("resolved_at"),
        row.instant("reopened_at"),
        row.bool("customer_satisfied"),
        row.text("recorded_by"),
        row.instant("recorded_at"),
        row.longNumber("revision"));
  }
}
