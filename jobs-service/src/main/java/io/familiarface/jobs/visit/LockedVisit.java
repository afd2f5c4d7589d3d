package io.familiarface.jobs.visit;

import io.familiarface.jobs.technician.Employment;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit that nobody else changes until the transaction ends, with what else its change has to
 * know.
 *
 * @param visit no entity of a session: it reaches the database by {@link LockedVisits#save} alone
 * @param view as it was shown when it was locked
 * @param sheetReadBy who has read the job sheet; null if nobody has
 * @param technician of whoever is to come; empty if nobody is
 */
record LockedVisit(Visit visit, VisitView view, UUID sheetReadBy, Optional<Employment> technician) {

  /** As the visit is shown now. */
  VisitView viewNow() {
    return view.after(visit);
  }
}
