package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.familiarface.jobs.listing.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit as planners see it, with the names that save a second question. */
@Schema(name = "Visit")
public record VisitView(
    UUID id,
    String externalId,
    UUID agreementId,
    String agreementExternalId,
    String program,
    UUID customerId,
    String customerExternalId,
    String customerName,
    Instant scheduledAt,
    VisitState state,
    @Schema(description = "Who is to come, or came.") UUID technicianId,
    String technicianExternalId,
    String technicianName,
    @Schema(description = "Whom the agreement would have sent.") UUID plannedTechnicianId,
    String plannedTechnicianName,
    ChangeReason changeReason,
    Permanence permanence,
    @Schema(description = "null: unknown.") Boolean customerTold,
    Instant customerToldAt,
    @Schema(description = "null: unknown.") Boolean introduced,
    Instant introducedAt,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    MissedReason missedReason,
    @Schema(description = "Why somebody else has to come; null if nobody has to.")
        SubstituteNeed needsSubstitute,
    @Schema(description = "What feedback-service last said; null if nothing, or not for you.")
        Risk risk,
    @JsonIgnore long version) {

  /** The customer's risk of leaving, as of the last assessment. */
  @Schema(name = "VisitRisk")
  public record Risk(BigDecimal probability, String band, boolean flagged, Instant asOf) {}

  static VisitView of(Row row, boolean withRisk) {
    return new VisitView(
        row.uuid("id"),
        row.text("external_id"),
        row.uuid("agreement_id"),
        row.text("agreement_external_id"),
        row.text("program"),
        row.uuid("customer_id"),
        row.text("customer_external_id"),
        row.text("customer_name"),
        row.instant("scheduled_at"),
        VisitState.valueOf(row.text("state")),
        row.uuid("technician_id"),
        row.text("technician_external_id"),
        row.text("technician_name"),
        row.uuid("planned_technician_id"),
        row.text("planned_technician_name"),
        row.constant("change_reason", ChangeReason.class),
        row.constant("permanence", Permanence.class),
        row.bool("customer_told"),
        row.instant("customer_told_at"),
        row.bool("introduced"),
        row.instant("introduced_at"),
        row.instant("completed_at"),
        row.bool("on_time"),
        row.instant("missed_at"),
        row.constant("missed_reason", MissedReason.class),
        row.constant("substitute_need", SubstituteNeed.class),
        withRisk && row.instant("risk_as_of") != null ? risk(row) : null,
        row.number("version"));
  }

  private static Risk risk(Row row) {
    return new Risk(
        row.decimal("probability"),
        row.text("band"),
        row.bool("flagged"),
        row.instant("risk_as_of"));
  }
}
