package io.familiarface.feedback.assessment;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.Statement;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.risk.state.CustomerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
  /** For a list of another package that joins it: the latest assessment of each customer. */
  public static final String TABLE = "customer_risk";

  /** What another package may join. */
  public static final String PROBABILITIES = "(select customer_id, probability from customer_risk)";

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;

  CustomerRisks(Database database) {
    this.database = database;
  }

  Optional<CustomerRisk> of(UUID customer) {
    return database
        .sql("select * from customer_risk where customer_id = :id")
        .bind("id", customer)
        .first(CustomerRisk.class);
  }

  List<CustomerRisk> of(Collection<UUID> customers) {
    return database
        .sql("select * from customer_risk where customer_id = any(:ids)")
        .bind("ids", customers)
        .list(CustomerRisk.class);
  }

  /**
   * Locks the rows of {@code :customers} until the transaction ends, so that two who hear of the
   * same customer take turns; makes those that are missing. Always in the order of ids. What is
   * added to the trip besides goes by keys alone: all of it is planned once.
   *
   * @return the rows as they are once they are locked
   */
  RoundTrip.Rows<CustomerRisk> lock(RoundTrip trip) {
    // An insert opens each index even where all rows are there; with nothing to insert it does not.
    return trip.planOnce()
        .update(
            """
            insert into customer_risk (customer_id)
            select id from unnest(cast(:customers as uuid[])) as id
            where not exists (select from customer_risk r where r.customer_id = id) order by id
            on conflict do nothing
            """)
        .query(
            """
            select * from customer_risk where customer_id = any(cast(:customers as uuid[]))
            order by customer_id for update
            """,
            CustomerRisk.class);
  }

  /** Some of those who are due, locked; those whom another copy of this service has are skipped. */
  Map<UUID, CustomerRisk> lockDue(Instant now, int limit) {
    return byCustomer(
        database
            .sql(
                """
                select * from customer_risk where next_check_at <= :now
                order by next_check_at limit :limit for update skip locked
                """)
            .bind("now", now)
            .bind("limit", limit));
  }

  /** Writes the rows, which are there and locked, with the round trip. */
  void save(Collection<CustomerRisk> risks, RoundTrip trip) {
    trip.planOnce()
        .update(
            """
            update customer_risk r set
              state = n.state, last_at = n.last_at, first_at = n.first_at,
              pending_from = n.pending_from, model_version = n.model_version,
              assessed_at = n.assessed_at, probability = n.probability, band = n.band,
              flagged = n.flagged, standing = n.standing,
              reason_codes = coalesce(string_to_array(nullif(n.reason_codes, ''), ','), '{}'),
              top_reason = n.top_reason, next_check_at = n.next_check_at
            from unnest(
              cast(:customers as uuid[]), cast(:states as bytea[]), cast(:lastAts as timestamptz[]),
              cast(:firstAts as timestamptz[]), cast(:pendingFroms as timestamptz[]),
              cast(:modelVersions as text[]), cast(:assessedAts as timestamptz[]),
              cast(:probabilities as float8[]), cast(:bands as text[]), cast(:flagged as bool[]),
              cast(:standings as text[]), cast(:reasonCodes as text[]), cast(:topReasons as text[]),
              cast(:nextChecks as timestamptz[]))
              as n (customer_id, state, last_at, first_at, pending_from, model_version, assessed_at,
                    probability, band, flagged, standing, reason_codes, top_reason, next_check_at)
            where r.customer_id = n.customer_id
            """)
        .bindColumn("customers", risks, CustomerRisk::customerId)
        .bindColumn("states", risks, risk -> hex(risk.state()))
        .bindColumn("lastAts", risks, CustomerRisk::lastAt)
        .bindColumn("firstAts", risks, CustomerRisk::firstAt)
        .bindColumn("pendingFroms", risks, CustomerRisk::pendingFrom)
        .bindColumn("modelVersions", risks, CustomerRisk::modelVersion)
        .bindColumn("assessedAts", risks, risk -> risk.latest().assessedAt())
        .bindColumn("probabilities", risks, risk -> risk.latest().probability())
        .bindColumn("bands", risks, risk -> risk.latest().band())
        .bindColumn("flagged", risks, risk -> risk.latest().flagged())
        .bindColumn("standings", risks, risk -> risk.latest().standing())
        .bindColumn("reasonCodes", risks, risk -> String.join(",", risk.latest().reasonCodes()))
        .bindColumn("topReasons", risks, risk -> risk.latest().topReason())
        .bindColumn("nextChecks", risks, CustomerRisk::nextCheckAt);
  }

  /** Makes due everybody whose state another version of this service wrote. */
  void makeDueIfOfAnotherFormat(Instant now) {
    database
        .sql(
            """
            update customer_risk set next_check_at = :now
            where customer_id in (
              select customer_id from customer_risk
              where state is not null and (length(state) = 0 or get_byte(state, 0) <> :format)
              for update skip locked)
            """)
        .bind("now", now)
        .bind("format", CustomerState.FORMAT)
        .update();
  }

  /** Some of those whose risk was made with another model than the one in use, locked. */
  Map<UUID, CustomerRisk> lockOfOtherModels(String inUse, int limit) {
    Map<UUID, CustomerRisk> found = lockOfOtherModels("<", inUse, limit);
    return found.isEmpty() ? lockOfOtherModels(">", inUse, limit) : found;
  }

  private Map<UUID, CustomerRisk> lockOfOtherModels(String comparison, String inUse, int limit) {
    return byCustomer(
        database
            .sql(
                """
                select * from customer_risk where state is not null and model_version %s :inUse
                order by model_version, customer_id limit :limit for update skip locked
                """
                    .formatted(comparison))
            .bind("inUse", inUse)
            .bind("limit", limit));
  }

  void erase(@Observes CustomerErased erased) {
    delete(erased.customerId());
  }

  void delete(UUID customer) {
    database.sql("delete from customer_risk where customer_id = :id").bind("id", customer).update();
  }

  private static Map<UUID, CustomerRisk> byCustomer(Statement query) {
    return query.list(CustomerRisk.class).stream()
        .collect(Collectors.toMap(CustomerRisk::customerId, Function.identity()));
  }

  private static String hex(byte[] state) {
    return state == null ? null : "\\x" + HEX.formatHex(state);
  }
}
