package io.familiarface.feedback.given;

import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.feedback.sql.Where;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code feedback}. */
@ApplicationScoped
class FeedbackStore {
  private final Sql sql;

  FeedbackStore(Sql sql) {
    this.sql = sql;
  }

  Optional<Feedback> named(Ref ref) {
    return ref.id()
        .flatMap(id -> sql.first("select * from feedback where id = ?", FeedbackStore::read, id))
        .or(
            () ->
                ref.externalId()
                    .flatMap(key -> Optional.ofNullable(byExternalIds(List.of(key)).get(key))));
  }

  Map<String, Feedback> byExternalIds(Collection<String> externalIds) {
    Map<String, Feedback> found = new HashMap<>();
    sql.list(
            "select * from feedback where external_id = any(?)",
            FeedbackStore::read,
            (Object) externalIds.toArray(String[]::new))
        .forEach(feedback -> found.put(feedback.externalId(), feedback));
    return found;
  }

  List<Feedback> page(FeedbackFilter filter, UUID customer, PageRequest page) {
    Where where =
        new Where()
            .andIf("external_id = ?", filter.externalId)
            .andIf("customer_id = ?", customer)
            .andIf("visit_id = ?", filter.visitId)
            .andIf("kind = ?", filter.kind)
            .andIf("at >= ?", filter.from)
            .andIf("at < ?", filter.to);
    page.after().ifPresent(key -> where.and("(at, id) < (?, ?)", key.instant(0), key.uuid(1)));
    return sql.list(
        "select * from feedback " + where.text() + " order by at desc, id desc limit ?",
        FeedbackStore::read,
        where.parameters(page.limit() + 1));
  }

  void save(Feedback feedback) {
    sql.change(
        """
        insert into feedback
          (id, external_id, customer_id, visit_id, at, kind, csat, nps, effort, text,
           recorded_by, recorded_at, revision)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          customer_id = excluded.customer_id, visit_id = excluded.visit_id, at = excluded.at,
          kind = excluded.kind, csat = excluded.csat, nps = excluded.nps,
          effort = excluded.effort, text = excluded.text, revision = excluded.revision
        """,
        feedback.id(),
        feedback.externalId(),
        feedback.customerId(),
        feedback.visitId(),
        feedback.at(),
        feedback.kind(),
        feedback.csat(),
        feedback.nps(),
        feedback.effort(),
        feedback.text(),
        feedback.recordedBy(),
        feedback.recordedAt(),
        feedback.revision());
  }

  void forget(@Observes CustomerErased erased) {
    sql.change("delete from feedback where customer_id = ?", erased.customerId());
  }

  private static Feedback read(Row row) throws SQLException {
    return new Feedback(
        row.uuid("id"),
        row.text("external_id"),
        row.uuid("customer_id"),
        row.uuid("visit_id"),
        row.instant("at"),
        FeedbackKind.valueOf(row.text("kind")),
        row.integer("csat"),
        row.integer("nps"),
        row.integer("effort"),
        row.text("text"),
        row.text("recorded_by"),
        row.instant("recorded_at"),
        row.longNumber("revision"));
  }
}
