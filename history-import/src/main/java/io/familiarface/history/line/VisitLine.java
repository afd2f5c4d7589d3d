package io.familiarface.history.line;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.familiarface.history.Destination;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A visit.
 *
 * @param outcome COMPLETED, MISSED or PLANNED; a visit that is held calls it its state
 * @param plannedTechnicianExternalId whom the agreement would have sent
 * @param windowMinutes for how long from then on they were told that somebody comes
 * @param onTime never in a file; what is held goes back unchanged, unless the line says another
 *     time, window or arrival
 */
public record VisitLine(
    String externalId,
    String agreementExternalId,
    Instant scheduledAt,
    Integer windowMinutes,
    @JsonAlias("state") String outcome,
    String technicianExternalId,
    String plannedTechnicianExternalId,
    String changeReason,
    String permanence,
    Instant customerToldAt,
    Instant introducedAt,
    Boolean customerTold,
    Boolean introduced,
    Instant arrivedAt,
    Boolean onTime,
    String missedReason)
    implements ImportLine {
  @Override
  public Destination destination() {
    return Destination.VISITS;
  }

  /**
   * The same visit under the keys by which it is held.
   *
   * @param technicians the key of a technician who is held, by that of the file
   */
  public VisitLine under(
      String key,
      String agreementKey,
      Instant at,
      String howLong,
      UnaryOperator<String> technicians) {
    return new VisitLine(
        key,
        agreementKey,
        at,
        windowMinutes,
        outcome,
        technicians.apply(technicianExternalId),
        technicians.apply(plannedTechnicianExternalId),
        changeReason,
        howLong,
        customerToldAt,
        introducedAt,
        customerTold,
        introduced,
        arrivedAt,
        onTime,
        missedReason);
  }

  /** All that is known: what this line says, and what is held where it says nothing. */
  public VisitLine mergedWith(VisitLine held) {
    boolean saysTold = customerTold != null || customerToldAt != null;
    boolean saysIntroduced = introduced != null || introducedAt != null;
    Boolean told = saysTold ? customerTold : held.customerTold;
    String reason = known(changeReason, held.changeReason);
    String howLong = known(permanence, held.permanence);
    boolean change = reason != null || howLong != null || told != null;
    boolean sameTime = scheduledAt.equals(held.scheduledAt);
    Integer window = known(windowMinutes, held.windowMinutes);
    // Whoever arrived at a visit did not for that at another time.
    Instant arrival = sameTime ? known(arrivedAt, held.arrivedAt) : arrivedAt;
    boolean sameArrival =
        sameTime
            && Objects.equals(window, held.windowMinutes)
            && Objects.equals(arrival, held.arrivedAt);
    return new VisitLine(
        externalId,
        agreementExternalId,
        scheduledAt,
        window,
        outcome,
        technicianExternalId,
        change
            ? known(plannedTechnicianExternalId, held.plannedTechnicianExternalId)
            : plannedTechnicianExternalId,
        reason,
        howLong,
        saysTold ? customerToldAt : held.customerToldAt,
        saysIntroduced ? introducedAt : held.introducedAt,
        told,
        saysIntroduced ? introduced : held.introduced,
        arrival,
        sameArrival ? known(onTime, held.onTime) : onTime,
        outcome.equals("MISSED") ? known(missedReason, held.missedReason) : missedReason);
  }

  private static <T> T known(T stated, T held) {
    return stated == null ? held : stated;
  }

  public boolean isPlanned() {
    return outcome.equals("PLANNED");
  }
}
