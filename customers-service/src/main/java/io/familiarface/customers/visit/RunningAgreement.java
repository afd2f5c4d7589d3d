package io.familiarface.customers.visit;

import static io.familiarface.customers.question.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An agreement that runs, and the technician whom the customer knows as hers. */
public record RunningAgreement(UUID agreementId, String program, UUID usualTechnicianId) {

  static RunningAgreement from(ResultSet row) throws SQLException {
    return new RunningAgreement(
        uuid(row, "id"), row.getString("program"), uuid(row, "usual_technician_id"));
  }
}
