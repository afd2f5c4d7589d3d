package io.familiarface.feedback.assessment;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.risk.engine.Band;
import io.familiarface.risk.state.CustomerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of {@code customer_risk}. */
@ApplicationScoped
public class CustomerRisks {
  private static final HexFormat HEX = HexFormat.of();

  private final Sql sql;

  CustomerRisks(Sql sql) {
    this.sql = sql;
  }

  Optional<CustomerRisk> of(UUID customer) {
    return sql.first(
        "select * from customer_risk where customer_id = ?", CustomerRisks::read, customer);
  }

  List<CustomerRisk> of(Collection<UUID> customers) {
    return sql.list(
        "select * from customer_risk where customer_id = any(?)",
        CustomerRisks::read,
        (Object) customers.toArray(UUID[]::new));
  }

  /**
   * The rows of the customers, locked until the transaction ends, so that two who hear of the same
   * customer take turns. Always in the order of ids: nobody waits in a circle.
   */
  Map<UUID, CustomerRisk> lock(Collection<UUID> customers) {
    UUID[] ids = customers.stream().distinct().sorted().toArray(UUID[]::new);
    sql.change(
        """
        insert into customer_risk (customer_id)
        select id from unnest(?::uuid[]) as id order by id
        on conflict do nothing
        """,
        (Object) ids);
    return locked(
        "select * from customer_risk where customer_id = any(?) order by customer_id for update",
        (Object) ids);
  }

  /** Some of those who are due, locked; those whom another copy of this service has are skipped. */
  Map<UUID, CustomerRisk> lockDue(Instant now, int limit) {
    return locked(
        """
        select * from customer_risk where next_check_at <= ?
        order by next_check_at limit ? for update skip locked
        """,
        now,
        limit);
  }

  void save(Collection<CustomerRisk> risks) {
    sql.change(
        """
        update customer_risk r set
          state = n.state, last_at = n.last_at, first_at = n.first_at,
          pending_from = n.pending_from, model_version = n.model_version,
          assessed_at = n.assessed_at, probability = n.probability, band = n.band,
          flagged = n.flagged, standing = n.standing,
          reason_codes = coalesce(string_to_array(nullif(n.reason_codes, ''), ','), '{}'),
          top_reason = n.top_reason, next_check_at = n.next_check_at
        from unnest(?::uuid[], ?::bytea[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                    ?::text[], ?::timestamptz[], ?::float8[], ?::text[], ?::bool[], ?::text[],
                    ?::text[], ?::text[], ?::timestamptz[])
          as n (customer_id, state, last_at, first_at, pending_from, model_version, assessed_at,
                probability, band, flagged, standing, reason_codes, top_reason, next_check_at)
        where r.customer_id = n.customer_id
        """,
        column(risks, CustomerRisk::customerId),
        column(risks, risk -> risk.state() == null ? null : "\\x" + HEX.formatHex(risk.state())),
        column(risks, CustomerRisk::lastAt),
        column(risks, CustomerRisk::firstAt),
        column(risks, CustomerRisk::pendingFrom),
        column(risks, CustomerRisk::modelVersion),
        column(risks, risk -> risk.assessed().at()),
        column(risks, risk -> risk.assessed().probability()),
        column(risks, risk -> risk.assessed().band()),
        column(risks, risk -> risk.assessed().flagged()),
        column(risks, risk -> risk.assessed().standing()),
        column(risks, risk -> String.join(",", risk.assessed().reasonCodes())),
        column(risks, risk -> risk.assessed().topReason()),
        column(risks, CustomerRisk::nextCheckAt));
  }

  /** Some of those whose risk was made with another model than the one in use, locked. */
  Map<UUID, CustomerRisk> lockOfOtherModels(String inUse, int limit) {
    Map<UUID, CustomerRisk> found = lockOfOtherModels("<", inUse, limit);
    return found.isEmpty() ? lockOfOtherModels(">", inUse, limit) : found;
  }

  private Map<UUID, CustomerRisk> lockOfOtherModels(String comparison, String inUse, int limit) {
    return locked(
        "select * from customer_risk where state is not null and model_version "
            + comparison
            + " ? order by model_version, customer_id limit ? for update skip locked",
        inUse,
        limit);
  }

  void forget(@Observes CustomerErased erased) {
    sql.change("delete from customer_risk where customer_id = ?", erased.customerId());
  }

  private Map<UUID, CustomerRisk> locked(String query, Object... parameters) {
    return sql.list(query, CustomerRisks::read, parameters).stream()
        .collect(Collectors.toMap(CustomerRisk::customerId, Function.identity()));
  }

  private static CustomerRisk read(Row row) throws SQLException {
    Instant assessedAt = row.instant("assessed_at");
    return new CustomerRisk(
        row.uuid("customer_id"),
        row.bytes("state"),
        row.instant("last_at"),
        row.instant("first_at"),
        row.instant("pending_from"),
        row.text("model_version"),
        assessedAt == null ? null : assessed(row, assessedAt),
        row.instant("next_check_at"));
  }

  private static CustomerRisk.LatestAssessment assessed(Row row, Instant at) throws SQLException {
    List<String> codes = row.texts("reason_codes");
    return new CustomerRisk.LatestAssessment(
        at,
        row.number("probability"),
        Band.valueOf(row.text("band")),
        row.bool("flagged"),
        CustomerStatus.valueOf(row.text("standing")),
        codes,
        row.text("top_reason"));
  }
}
