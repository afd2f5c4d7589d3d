package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.rest.etag.ETags;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;

/** A visit as planners see it, with the names that save a second question. */
@Schema(name = "Visit")
public record VisitView(
    UUID id,
    String externalId,
    @Nested @JsonUnwrapped OfAgreement agreement,
    @Nested @JsonUnwrapped AtCustomer customer,
    Instant scheduledAt,
    @Schema(description = ANY_TIME) boolean anyTime,
    @Schema(nullable = true, description = WINDOW_MINUTES) Integer windowMinutes,
    @Schema(description = "When whoever comes was said to arrive; null if nobody has said it.")
        @Nested("window")
        ArrivalWindow arrivalWindow,
    VisitState state,
    @Nested @JsonUnwrapped ByTechnician technician,
    @Nested @JsonUnwrapped Notice notice,
    @Nested @JsonUnwrapped Result result,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = ChecklistItem.class,
            description =
                "What is to be done. Of a completed visit, what is not done was left undone.")
        @Nested("checklist")
        Checklist checklist,
    @Schema(description = "Why somebody else has to come; null if nobody has to.")
        SubstituteNeed needsSubstitute,
    @Schema(description = "What feedback-service last said; null if nothing, or not for you.")
        @Nested("risk")
        Risk risk,
    @JsonIgnore long version) {

  public static final String ANY_TIME =
      "Nobody has said at what time of its day: scheduledAt says the day alone.";

  static final String WINDOW_MINUTES =
      "For how many minutes from scheduledAt on whoever comes may arrive; null if nobody has said a"
          + " window.";

  /** The ETag, which covers the names, the risk and whatever else is shown of other things. */
  public String tag() {
    return ETags.covering(id, version, this);
  }

  /** The same visit after a change that moved it to no other time and sent nobody else. */
  VisitView after(Visit visit) {
    return new VisitView(
        id,
        externalId,
        agreement,
        customer,
        scheduledAt,
        anyTime,
        visit.windowMinutes,
        arrivalWindow,
        visit.state,
        technician,
        visit.notice(),
        new Result(
            visit.arrivedAt, visit.completedAt, visit.onTime, visit.missedAt, visit.missedReason),
        checklist,
        visit.isPlanned() ? needsSubstitute : null,
        risk,
        visit.version);
  }

  /** What it is for. */
  public record OfAgreement(UUID agreementId, String agreementExternalId, String program) {}

  /** Whose it is. */
  public record AtCustomer(UUID customerId, String customerExternalId, String customerName) {}

  /** Who comes, and in whose place. */
  public record ByTechnician(
      @Schema(description = "Who is to come, or came.") UUID technicianId,
      String technicianExternalId,
      String technicianName,
      @Schema(description = "Whom the agreement would have sent.") UUID plannedTechnicianId,
      String plannedTechnicianName,
      ChangeReason changeReason,
      Permanence permanence) {

    /** The name of whom the customer is used to, if somebody else comes. */
    public String substitutedName() {
      return plannedTechnicianId != null && !plannedTechnicianId.equals(technicianId)
          ? plannedTechnicianName
          : null;
    }
  }

  /** What became of it. */
  public record Result(
      Instant arrivedAt,
      Instant completedAt,
      Boolean onTime,
      Instant missedAt,
      MissedReason missedReason) {}

  /** The customer's risk of leaving, as of the last assessment. */
  @Schema(name = "VisitRisk")
  public record Risk(
      BigDecimal probability, String band, boolean flagged, @PropagateNull Instant asOf) {}
}
