package io.familiarface.jobs.accounting.push;

import io.familiarface.database.Database;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentKind;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be pushed, what was, and every attempt at it. */
@ApplicationScoped
class Deliveries {
  static final String LAST = "LAST";

  private static final String SELECT =
      """
      select v.id, v.endpoint_id, v.document_id, v.number, v.event, v.state, v.attempts, v.next_at,
        v.delivered_at, v.created_at, v.body
      from webhook_delivery v
      """;

  private final Database database;

  Deliveries(Database database) {
    this.database = database;
  }

  /**
   * @param attempts how many were made since it was last sent on its way
   * @param body as it was first sent; null before
   */
  record Row(
      UUID id,
      UUID endpointId,
      UUID documentId,
      String number,
      DocumentKind event,
      DeliveryState state,
      int attempts,
      Instant nextAt,
      Instant deliveredAt,
      Instant createdAt,
      String body) {

    String webhookId() {
      return "msg_" + id.toString().replace("-", "");
    }
  }

  /**
   * Puts documents down for every endpoint that wants them, once for each.
   *
   * @param endpoint only for this one; null: for all
   */
  void enqueue(Collection<UUID> documents, UUID endpoint) {
    var insert =
        database
            .sql(
                """
            insert into webhook_delivery
              (id, endpoint_id, document_id, number, event, state, attempts, next_at, created_at)
            select gen_random_uuid(), e.id, d.id, d.number, d.kind, 'PENDING', 0,
              coalesce(e.next_at, now()), now()
            from accounting_document d
            join webhook_endpoint e on d.kind = any(e.events) and e.disabled_because is null
            where d.id = any(:documents)%s
            on conflict do nothing"""
                    .formatted(endpoint == null ? "" : " and e.id = :endpoint"))
            .bind("documents", documents);
    (endpoint == null ? insert : insert.bind("endpoint", endpoint)).update();
  }

  /**
   * Takes some that are due, for so long: one that is not heard of again until then is taken by
   * whoever comes next.
   */
  List<Row> take(Instant now, Instant until, int limit) {
    return database
        .sql(
            """
            update webhook_delivery v set taken_until = :until
            from webhook_endpoint e
            where e.id = v.endpoint_id and v.id in (
              select id from webhook_delivery
              where state = 'PENDING' and next_at <= :now
                and (taken_until is null or taken_until < :now)
              order by next_at, id limit :limit for update skip locked)
            returning v.id, v.endpoint_id, v.document_id, v.number, v.event, v.state, v.attempts,
              v.next_at, v.delivered_at, v.created_at, v.body""")
        .bind("now", now)
        .bind("until", until)
        .bind("limit", limit)
        .list(Row.class);
  }

  /** What is sent again is what was sent first. */
  void keepBody(UUID id, String body) {
    database
        .sql("update webhook_delivery set body = :body where id = :id and body is null")
        .bind("id", id)
        .bind("body", body)
        .update();
  }

  /** Whoever was thought dead and answers late undoes nothing; nor is one missed that is gone. */
  void record(Row delivery, DeliveryView.Attempt attempt, DeliveryState state, Instant nextAt) {
    database
        .roundTrip()
        .update(
            """
            insert into webhook_attempt (id, delivery_id, at, status, error, millis)
            select gen_random_uuid(), id, cast(:at as timestamptz), cast(:status as int),
              cast(:error as text), cast(:millis as int)
            from webhook_delivery where id = :id for key share""")
        .update(
            """
            update webhook_delivery set state = :state, attempts = attempts + 1,
              next_at = cast(:nextAt as timestamptz), taken_until = null,
              delivered_at = case when :state = 'DELIVERED' then :at else delivered_at end
            where id = :id and state = 'PENDING'""")
        .bind("id", delivery.id())
        .bind("at", attempt.at())
        .bind("status", attempt.status())
        .bind("error", attempt.error())
        .bind("millis", attempt.millis())
        .bind("state", state)
        .bind("nextAt", nextAt)
        .send();
  }

  /** It is held again before it was sent: it comes back when it is released. */
  void withdraw(UUID id) {
    database
        .sql("delete from webhook_delivery where id = :id and attempts = 0")
        .bind("id", id)
        .update();
  }

  /** Sends it on its way anew, whatever became of it. */
  void redeliver(UUID id, Instant at) {
    database
        .sql(
            """
            update webhook_delivery set state = 'PENDING', attempts = 0, next_at = :at,
              taken_until = null
            where id = :id""")
        .bind("id", id)
        .bind("at", at)
        .update();
  }

  /** The delivery named in a path, by its id or as LAST. */
  Row get(String id) {
    Optional<Row> found =
        id.equals(LAST)
            ? database
                .sql(SELECT + "order by v.created_at desc, v.id desc limit 1")
                .first(Row.class)
            : Uuids.parse(id)
                .flatMap(
                    known ->
                        database
                            .sql(SELECT + "where v.id = :id")
                            .bind("id", known)
                            .first(Row.class));
    return found.orElseThrow(
        () -> JobsProblem.NO_SUCH_DELIVERY.because("There is no delivery %s.".formatted(id)));
  }

  DeliveryView view(Row delivery) {
    return views(List.of(delivery)).get(0);
  }

  private record AttemptRow(
      UUID deliveryId, Instant at, Integer status, String error, int millis) {}

  private List<DeliveryView> views(List<Row> rows) {
    Map<UUID, List<DeliveryView.Attempt>> attempts =
        database
            .sql(
                """
                select delivery_id, at, status, error, millis from webhook_attempt
                where delivery_id = any(:ids) order by at, id""")
            .bind("ids", rows.stream().map(Row::id).toList())
            .list(AttemptRow.class)
            .stream()
            .collect(
                Collectors.groupingBy(
                    AttemptRow::deliveryId,
                    Collectors.mapping(
                        row ->
                            new DeliveryView.Attempt(
                                row.at(), row.status(), row.error(), row.millis()),
                        Collectors.toList())));
    return rows.stream()
        .map(
            row ->
                new DeliveryView(
                    row.id(),
                    row.endpointId(),
                    row.webhookId(),
                    row.event(),
                    row.number(),
                    row.state(),
                    row.state() == DeliveryState.PENDING ? row.nextAt() : null,
                    row.deliveredAt(),
                    attempts.getOrDefault(row.id(), List.of())))
        .toList();
  }

  Page<DeliveryView> page(UUID endpoint, DeliveryState state, PageRequest page) {
    var list =
        database
            .list(SELECT)
            .where("v.endpoint_id = :endpoint", "endpoint", endpoint)
            .where("v.state = :state", "state", state);
    page.after().ifPresent(key -> list.before("v.created_at, v.id", key.instant(0), key.uuid(1)));
    List<Row> rows = list.list(Row.class, "v.created_at desc, v.id desc", page.limit() + 1);
    Map<UUID, DeliveryView> views =
        views(rows).stream().collect(Collectors.toMap(DeliveryView::id, each -> each));
    return Page.of(
        rows, page, row -> Key.of(row.createdAt(), row.id()), row -> views.get(row.id()));
  }
}
