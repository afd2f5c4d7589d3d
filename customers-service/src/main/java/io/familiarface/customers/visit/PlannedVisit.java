package io.familiarface.customers.visit;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A visit to come. */
public record PlannedVisit(UUID visitId, Instant scheduledAt, UUID technicianId) {

  static PlannedVisit from(ResultSet row) throws SQLException {
    return new PlannedVisit(
        uuid(row, "id"), instant(row, "scheduled_at"), uuid(row, "technician_id"));
  }
}
