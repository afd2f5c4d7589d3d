package io.familiarface.jobs.plan;

import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.substitute.VisitDemand;
import io.familiarface.jobs.visit.Visits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A visit that can't take place as planned, with all that is known here of it.
 *
 * @param known how well each technician knows the customer, by technician
 * @param customer null when the feed has not told of them yet
 * @param worth what the customer pays in a year, in cents
 * @param moveAtMostDays 0 when it can't be moved
 * @param notBefore the day on which the agreement starts
 * @param later when the agreement's other visits of the same technician are, for a hand-over
 * @param joint the last visit of who leaves to this customer, at which the two could be introduced;
 *     null if there is none
 */
record VisitToServe(
    Visits.Touched visit,
    VisitDemand demand,
    Map<UUID, Visits.FamiliarityOf> known,
    CustomerState customer,
    long worth,
    int moveAtMostDays,
    LocalDate notBefore,
    List<Instant> later,
    Joint joint) {

  /**
   * A visit at which whoever leaves and whoever comes can both be.
   *
   * @param timed whether somebody has said when on its day it is
   */
  record Joint(UUID id, Instant at, LocalDate on, boolean timed) {}

  UUID id() {
    return visit.id();
  }

  boolean isKnown(UUID technicianId) {
    return known.containsKey(technicianId);
  }
}
