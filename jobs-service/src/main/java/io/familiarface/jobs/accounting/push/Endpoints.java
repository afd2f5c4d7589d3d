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
import java.util.Optional;
import java.util.UUID;

/** Where documents are pushed to. */
@ApplicationScoped
class Endpoints {
  static final String LAST = "LAST";

  private static final String SELECT =
      """
      select id, url, events, cron, zone, secret, former_secret, former_until, disabled_because,
        next_at, created_at, created_by, version
      from webhook_endpoint
      """;

  private final Database database;

  Endpoints(Database database) {
    this.database = database;
  }

  /**
   * @param formerSecret signs along until {@code formerUntil}
   */
  record Row(
      UUID id,
      String url,
      List<String> events,
      String cron,
      String zone,
      String secret,
      String formerSecret,
      Instant formerUntil,
      String disabledBecause,
      Instant nextAt,
      Instant createdAt,
      String createdBy,
      long version) {

    PushTimes times() {
      return new PushTimes(cron, zone);
    }

    boolean isActive() {
      return disabledBecause == null;
    }

    EndpointView view() {
      return view(null);
    }

    EndpointView withSecret() {
      return view(secret);
    }

    private EndpointView view(String shown) {
      return new EndpointView(
          id,
          url,
          events.stream().map(DocumentKind::valueOf).toList(),
          cron,
          zone,
          isActive() ? EndpointView.State.ACTIVE : EndpointView.State.DISABLED,
          disabledBecause,
          cron == null ? null : nextAt,
          createdAt,
          createdBy,
          shown);
    }
  }

  /** The endpoint named in a path, by its id or as LAST. */
  Row get(String id) {
    Optional<Row> found =
        id.equals(LAST)
            ? database.sql(SELECT + "order by created_at desc, id desc limit 1").first(Row.class)
            : Uuids.parse(id).flatMap(this::find);
    return found.orElseThrow(() -> missing(id));
  }

  private static RuntimeException missing(String id) {
    return JobsProblem.NO_SUCH_ENDPOINT.because("There is no endpoint %s.".formatted(id));
  }

  /** As it is now, and nobody else changes it until the transaction ends. */
  Row lock(String id) {
    UUID known = get(id).id();
    return database
        .sql(SELECT + "where id = :id for update")
        .bind("id", known)
        .first(Row.class)
        .orElseThrow(() -> missing(id));
  }

  Optional<Row> find(UUID id) {
    return database.sql(SELECT + "where id = :id").bind("id", id).first(Row.class);
  }

  List<Row> withIds(Collection<UUID> ids) {
    return database.sql(SELECT + "where id = any(:ids)").bind("ids", ids).list(Row.class);
  }

  void insert(Row endpoint) {
    database
        .sql(
            """
            insert into webhook_endpoint
              (id, url, events, cron, zone, secret, next_at, created_at, created_by, version)
            values (:id, :url, :events, :cron, :zone, :secret, :nextAt, :createdAt, :createdBy, 0)""")
        .bind("id", endpoint.id())
        .bind("url", endpoint.url())
        .bind("events", endpoint.events())
        .bind("cron", endpoint.cron())
        .bind("zone", endpoint.zone())
        .bind("secret", endpoint.secret())
        .bind("nextAt", endpoint.nextAt())
        .bind("createdAt", endpoint.createdAt())
        .bind("createdBy", endpoint.createdBy())
        .update();
  }

  void rotate(UUID id, String secret, Instant formerUntil) {
    database
        .sql(
            """
            update webhook_endpoint set former_secret = secret, former_until = :until,
              secret = :secret, disabled_because = null, version = version + 1
            where id = :id""")
        .bind("id", id)
        .bind("secret", secret)
        .bind("until", formerUntil)
        .update();
  }

  void disable(UUID id, String because) {
    database
        .sql(
            """
            update webhook_endpoint set disabled_because = :because, version = version + 1
            where id = :id and disabled_because is null""")
        .bind("id", id)
        .bind("because", because)
        .update();
  }

  void delete(UUID id) {
    database.sql("delete from webhook_endpoint where id = :id").bind("id", id).update();
  }

  /** Some whose time has come, which no other copy has in hand. */
  List<Row> due(Instant now) {
    return database
        .sql(
            SELECT
                + "where cron is not null and next_at <= :now order by id for update skip locked")
        .bind("now", now)
        .list(Row.class);
  }

  void next(UUID id, Instant at) {
    database
        .sql("update webhook_endpoint set next_at = :at where id = :id")
        .bind("id", id)
        .bind("at", at)
        .update();
  }

  Page<EndpointView> page(PageRequest page) {
    var list = database.list(SELECT);
    page.after().ifPresent(key -> list.where("id > :after", "after", key.uuid(0)));
    return Page.of(
        list.list(Row.class, "id", page.limit() + 1), page, row -> Key.of(row.id()), Row::view);
  }
}
