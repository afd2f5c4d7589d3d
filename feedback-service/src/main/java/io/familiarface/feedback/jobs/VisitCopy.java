package io.familiarface.feedback.jobs;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.UUID;

/**
 * What this service knows of a visit besides its signal: whose it is, and what is planned.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 */
record VisitCopy(
    UUID id,
    String externalId,
    UUID customerId,
    UUID agreementId,
    State state,
    Instant scheduledAt,
    boolean anyTime,
    UUID technicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Boolean introduced,
    long revision) {

  enum State {
    PLANNED,
    OVER,
    WITHDRAWN
  }

  static VisitCopy of(VisitEvent visit, State state) {
    return new VisitCopy(
        visit.visitId(),
        visit.externalId(),
        visit.customerId(),
        visit.agreementId(),
        state,
        visit.scheduledAt(),
        Boolean.TRUE.equals(visit.anyTime()),
        visit.technicianId(),
        visit.changeReason(),
        visit.permanence(),
        visit.customerTold(),
        visit.introduced(),
        visit.revision());
  }

  /** The visit as it would be if it took place as planned. */
  HypotheticalVisit asPlanned() {
    return new HypotheticalVisit(
        agreementId,
        technicianId,
        scheduledAt,
        changeReason,
        permanence,
        Answer.of(customerTold),
        Answer.of(introduced));
  }
}
