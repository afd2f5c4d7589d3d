package io.familiarface.feedback.flag;

import static io.familiarface.feedback.sql.Sql.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.feedback.sql.Where;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of {@code flag}. */
@ApplicationScoped
class FlagStore {
  private static final TypeReference<List<ReasonView>> REASONS = new TypeReference<>() {};

  private final Sql sql;
  private final ObjectMapper json;

  FlagStore(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  Optional<StoredFlag> byId(UUID id) {
    return sql.first("select * from flag where id = ?", this::read, id);
  }

  /** The open flag of a customer, or else the last: a new one is raised only after it has ended. */
  Optional<UUID> lastOf(UUID customer) {
    return sql.first(
        """
        select id from flag where customer_id = ? and state <> 'WITHDRAWN'
        order by raised_at desc, id desc limit 1
        """,
        row -> row.uuid("id"),
        customer);
  }

  Optional<StoredFlag> lock(UUID id) {
    return sql.first("select * from flag where id = ? for update", this::read, id);
  }

  Map<UUID, List<StoredFlag>> lockOf(Collection<UUID> customers) {
    return sql
        .list(
            """
            select * from flag where customer_id = any(?) and state <> 'WITHDRAWN'
            order by id for update
            """,
            this::read,
            (Object) customers.toArray(UUID[]::new))
        .stream()
        .collect(Collectors.groupingBy(StoredFlag::customerId));
  }

  List<StoredFlag> page(UUID customer, State state, PageRequest page) {
    Where where =
        new Where()
            .andIf("customer_id = ?", customer)
            .andIf("state = ?", state)
            .and(state == null ? "state <> 'WITHDRAWN'" : "true");
    page.after()
        .ifPresent(key -> where.and("(raised_at, id) < (?, ?)", key.instant(0), key.uuid(1)));
    return sql.list(
        "select * from flag " + where.text() + " order by raised_at desc, id desc limit ?",
        this::read,
        where.parameters(page.limit() + 1));
  }

  void save(Collection<StoredFlag> flags) {
    sql.change(
        """
        insert into flag
          (id, customer_id, state, raised_at, recorded_at, probability, reasons, reason_codes,
           model_version, acknowledged_at, acknowledged_by, acted_at, acted_by, action,
           cleared_at, ended_at, lead_days, lead_visits, revision)
        select id, customer_id, state, raised_at, recorded_at, probability, reasons,
               coalesce(string_to_array(nullif(reason_codes, ''), ','), '{}'),
               model_version, acknowledged_at, acknowledged_by, acted_at, acted_by, action,
               cleared_at, ended_at, lead_days, lead_visits, revision
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::float8[], ?::jsonb[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::int[], ?::int[], ?::bigint[])
          as n (id, customer_id, state, raised_at, recorded_at, probability, reasons,
                reason_codes, model_version, acknowledged_at, acknowledged_by, acted_at, acted_by,
                action, cleared_at, ended_at, lead_days, lead_visits, revision)
        on conflict (id) do update set
          state = excluded.state, raised_at = excluded.raised_at,
          probability = excluded.probability, reasons = excluded.reasons,
          reason_codes = excluded.reason_codes,
          acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by,
          acted_at = excluded.acted_at, acted_by = excluded.acted_by, action = excluded.action,
          cleared_at = excluded.cleared_at, ended_at = excluded.ended_at,
          lead_days = excluded.lead_days, lead_visits = excluded.lead_visits,
          revision = excluded.revision
        """,
        column(flags, StoredFlag::id),
        column(flags, StoredFlag::customerId),
        column(flags, StoredFlag::state),
        column(flags, StoredFlag::raisedAt),
        column(flags, StoredFlag::recordedAt),
        column(flags, StoredFlag::probability),
        column(flags, flag -> write(flag.reasons())),
        column(flags, flag -> String.join(",", flag.reasonCodes())),
        column(flags, StoredFlag::modelVersion),
        column(flags, flag -> flag.acknowledged() == null ? null : flag.acknowledged().at()),
        column(flags, flag -> flag.acknowledged() == null ? null : flag.acknowledged().by()),
        column(flags, flag -> flag.acted() == null ? null : flag.acted().at()),
        column(flags, flag -> flag.acted() == null ? null : flag.acted().by()),
        column(flags, flag -> flag.acted() == null ? null : flag.acted().what()),
        column(flags, StoredFlag::clearedAt),
        column(flags, StoredFlag::endedAt),
        column(flags, StoredFlag::leadDays),
        column(flags, StoredFlag::leadVisits),
        column(flags, StoredFlag::revision));
  }

  void erase(UUID customer) {
    sql.change("delete from flag where customer_id = ?", customer);
  }

  private StoredFlag read(Row row) throws SQLException {
    return new StoredFlag(
        row.uuid("id"),
        row.uuid("customer_id"),
        State.valueOf(row.text("state")),
        row.instant("raised_at"),
        row.instant("recorded_at"),
        row.number("probability"),
        reasons(row.text("reasons")),
        row.texts("reason_codes"),
        row.text("model_version"),
        answered(row.instant("acknowledged_at"), row.text("acknowledged_by"), null),
        answered(row.instant("acted_at"), row.text("acted_by"), row.text("action")),
        row.instant("cleared_at"),
        row.instant("ended_at"),
        row.integer("lead_days"),
        row.integer("lead_visits"),
        row.longNumber("revision"));
  }

  private static StoredFlag.Answered answered(Instant at, String by, String what) {
    return at == null ? null : new StoredFlag.Answered(at, by, what);
  }

  private List<ReasonView> reasons(String data) {
    try {
      return json.readValue(data, REASONS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored reasons cannot be read", e);
    }
  }

  private String write(List<ReasonView> reasons) {
    try {
      return json.writeValueAsString(reasons);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
