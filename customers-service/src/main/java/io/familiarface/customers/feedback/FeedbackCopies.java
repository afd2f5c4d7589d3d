package io.familiarface.customers.feedback;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Keeps the newest of what we were told; an older or repeated event changes nothing. */
@ApplicationScoped
class FeedbackCopies {

  private final Database database;

  FeedbackCopies(Database database) {
    this.database = database;
  }

  void apply(FeedbackGiven given) {
    database
        .sql(
            """
            insert into feedback_copy (id, customer_id, at, kind, csat, nps, revision)
            values (:id, :customerId, :at, :kind, :csat, :nps, :revision)
            on conflict (id) do update set
              at = excluded.at, kind = excluded.kind, csat = excluded.csat, nps = excluded.nps,
              revision = excluded.revision
            where feedback_copy.revision < excluded.revision\
            """)
        .bind("id", given.feedbackId())
        .bind("customerId", given.customerId())
        .bind("at", given.at())
        .bind("kind", given.kind())
        .bind("csat", given.csat())
        .bind("nps", given.nps())
        .bind("revision", given.revision())
        .update();
  }

  void apply(ComplaintChanged complaint) {
    database
        .sql(
            """
            insert into complaint_copy
              (id, customer_id, state, severity, cause, received_at, reopened_at, revision)
            values (:id, :customerId, :state, :severity, :cause, :receivedAt, :reopenedAt, :revision)
            on conflict (id) do update set
              state = excluded.state, severity = excluded.severity, cause = excluded.cause,
              received_at = excluded.received_at, reopened_at = excluded.reopened_at,
              revision = excluded.revision
            where complaint_copy.revision < excluded.revision\
            """)
        .bind("id", complaint.complaintId())
        .bind("customerId", complaint.customerId())
        .bind("state", complaint.state())
        .bind("severity", complaint.severity())
        .bind("cause", complaint.cause())
        .bind("receivedAt", complaint.receivedAt())
        .bind("reopenedAt", complaint.reopenedAt())
        .bind("revision", complaint.revision())
        .update();
  }

  void apply(RiskAssessed risk) {
    database
        .sql(
            """
            insert into risk_copy
              (customer_id, as_of, probability, band, flagged, reason_codes, model_version)
            values (:customerId, :asOf, :probability, :band, :flagged, :reasonCodes, :modelVersion)
            on conflict (customer_id) do update set
              as_of = excluded.as_of, probability = excluded.probability, band = excluded.band,
              flagged = excluded.flagged, reason_codes = excluded.reason_codes,
              model_version = excluded.model_version\
            """)
        .bind("customerId", risk.customerId())
        .bind("asOf", risk.asOf())
        .bind("probability", risk.probability())
        .bind("band", risk.band())
        .bind("flagged", risk.flagged())
        .bind("reasonCodes", risk.reasonCodes())
        .bind("modelVersion", risk.modelVersion())
        .update();
  }

  void apply(FlagChanged flag) {
    database
        .sql(
            """
            insert into flag_copy
              (id, customer_id, state, raised_at, cleared_at, reason_codes, revision)
            values (:id, :customerId, :state, :raisedAt, :clearedAt, :reasonCodes, :revision)
            on conflict (id) do update set
              state = excluded.state, raised_at = excluded.raised_at,
              cleared_at = excluded.cleared_at, reason_codes = excluded.reason_codes,
              revision = excluded.revision
            where flag_copy.revision < excluded.revision\
            """)
        .bind("id", flag.flagId())
        .bind("customerId", flag.customerId())
        .bind("state", flag.state())
        .bind("raisedAt", flag.raisedAt())
        .bind("clearedAt", flag.clearedAt())
        .bind("reasonCodes", flag.reasonCodes())
        .bind("revision", flag.revision())
        .update();
  }

  List<UUID> customers() {
    return database
        .sql(
            """
            select customer_id from feedback_copy union select customer_id from complaint_copy
            union select customer_id from risk_copy union select customer_id from flag_copy
            """)
        .list(UUID.class);
  }

  void forget(UUID customerId) {
    for (String copy : List.of("feedback_copy", "complaint_copy", "risk_copy", "flag_copy")) {
      database
          .sql("delete from " + copy + " where customer_id = :customer")
          .bind("customer", customerId)
          .update();
    }
  }
}
