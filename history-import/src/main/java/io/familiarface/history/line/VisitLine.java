package io.familiarface.history.line;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.familiarface.history.Destination;
import java.time.Instant;

/**
 * A visit.
 *
 * @param outcome COMPLETED, MISSED or PLANNED; a visit that is held calls it its state
 * @param plannedTechnicianExternalId whom the agreement would have sent
 * @param onTime never in a file; what is held goes back unchanged
 */
public record VisitLine(
    String externalId,
    String agreementExternalId,
    Instant scheduledAt,
    @JsonAlias("state") String outcome,
    String technicianExternalId,
    String plannedTechnicianExternalId,
    String changeReason,
    String permanence,
    Instant customerToldAt,
    Instant introducedAt,
    Boolean customerTold,
    Boolean introduced,
    Boolean onTime,
    String missedReason)
    implements ImportLine {
  @Override
  public Destination destination() {
    return Destination.VISITS;
  }

  public boolean isPlanned() {
    return outcome.equals("PLANNED");
  }
}
