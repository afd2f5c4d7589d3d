package io.familiarface.customers.visit;

import static io.familiarface.customers.question.Columns.flag;
import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.oneOf;
import static io.familiarface.customers.question.Columns.uuid;

import io.familiarface.customers.keeping.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A visit by somebody other than the then usual technician; null where nobody has said.
 *
 * @param reason ABSENT, LEFT_COMPANY, REASSIGNED, CUSTOMER_REQUEST, OTHER
 */
public record CameInstead(
    UUID visitId,
    Instant at,
    UUID from,
    UUID to,
    String reason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Effect effect) {

  static CameInstead from(ResultSet row) throws SQLException {
    return new CameInstead(
        uuid(row, "id"),
        instant(row, "completed_at"),
        uuid(row, "came_instead_of"),
        uuid(row, "technician_id"),
        row.getString("change_reason"),
        row.getString("permanence"),
        flag(row, "customer_told"),
        flag(row, "introduced"),
        oneOf(Effect.class, row, "effect"));
  }
}
