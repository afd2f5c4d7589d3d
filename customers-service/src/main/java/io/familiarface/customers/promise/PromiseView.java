package io.familiarface.customers.promise;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.oneOf;
import static io.familiarface.customers.question.Columns.uuid;

import io.familiarface.customers.keeping.Breach;
import io.familiarface.customers.keeping.PromiseState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A promise as others see it.
 *
 * @param decidedBy null while it stands
 */
public record PromiseView(
    UUID id,
    String externalId,
    UUID customerId,
    PromiseKind kind,
    String text,
    String madeBy,
    Instant madeAt,
    UUID technicianId,
    Instant validUntil,
    PromiseState state,
    Instant decidedAt,
    DecidedBy decidedBy,
    List<Breach> breaches) {

  /**
   * What decided a promise.
   *
   * @param type {@code visit}, {@code person}, or {@code time} when it simply came to its end
   * @param id of the visit
   * @param name of the person
   * @param reason in the person's words
   */
  public record DecidedBy(String type, UUID id, String name, String reason) {

    private static DecidedBy of(
        PromiseState state, UUID visit, PromiseState verdict, String by, String reason) {
      if (state == PromiseState.STANDING) {
        return null;
      }
      if (visit != null) {
        return new DecidedBy("visit", visit, null, null);
      }
      return verdict == null
          ? new DecidedBy("time", null, null, null)
          : new DecidedBy("person", null, by, reason);
    }
  }

  static PromiseView from(ResultSet row) throws SQLException {
    PromiseState state = oneOf(PromiseState.class, row, "state");
    return new PromiseView(
        uuid(row, "id"),
        row.getString("external_id"),
        uuid(row, "customer_id"),
        oneOf(PromiseKind.class, row, "kind"),
        row.getString("text"),
        row.getString("made_by"),
        instant(row, "made_at"),
        uuid(row, "technician_id"),
        instant(row, "valid_until"),
        state,
        instant(row, "decided_at"),
        DecidedBy.of(
            state,
            uuid(row, "decided_by_visit"),
            oneOf(PromiseState.class, row, "verdict"),
            row.getString("verdict_by"),
            row.getString("verdict_reason")),
        breaches(row));
  }

  private static List<Breach> breaches(ResultSet row) throws SQLException {
    Timestamp[] at = (Timestamp[]) row.getArray("breached_at").getArray();
    UUID[] visits = (UUID[]) row.getArray("breached_by").getArray();
    return IntStream.range(0, at.length)
        .mapToObj(i -> new Breach(at[i].toInstant(), visits[i]))
        .toList();
  }

  static PromiseView from(Promise promise) {
    return new PromiseView(
        promise.id,
        promise.externalId,
        promise.customerId,
        promise.kind,
        promise.text,
        promise.madeBy,
        promise.madeAt,
        promise.technicianId,
        promise.validUntil,
        promise.state,
        promise.decidedAt,
        DecidedBy.of(
            promise.state,
            promise.decidedByVisit,
            promise.verdict,
            promise.verdictBy,
            promise.verdictReason),
        promise.decision().breaches());
  }
}
