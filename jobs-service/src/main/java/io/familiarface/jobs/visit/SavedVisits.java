package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Visits that their transaction has locked and changed, written in its last round trip: nobody asks
 * for one again before it commits.
 */
@Singleton
class SavedVisits extends TransactionBuffer<Visit> {
  private final Database database;

  SavedVisits(LastTrip lastTrip, Database database) {
    super(lastTrip);
    this.database = database;
  }

  void save(Visit visit) {
    addToTransaction(visit);
  }

  /** Writes those of {@link #save} now: somebody reads them in this transaction. */
  void write() {
    writeNow();
  }

  /** What is told of a visit comes after what it tells of. */
  @Override
  protected boolean isReferredTo() {
    return true;
  }

  /** A request changes one; the parameters of a trip are of one. */
  @Override
  protected void write(List<Visit> visits, RoundTrip trip) {
    int last = visits.size() - 1;
    for (Visit visit : visits.subList(0, last)) {
      RoundTrip own = database.roundTrip();
      add(visit, own);
      own.send();
    }
    add(visits.get(last), trip);
  }

  private static void add(Visit visit, RoundTrip trip) {
    trip.update(LockedVisits.SAVE)
        .bind("id", visit.id)
        .bind("state", visit.state)
        .bind("customerTold", visit.customerTold)
        .bind("customerToldAt", visit.customerToldAt)
        .bind("toldLate", visit.toldLate)
        .bind("introduced", visit.introduced)
        .bind("introducedAt", visit.introducedAt)
        .bind("arrivedAt", visit.arrivedAt)
        .bind("completedAt", visit.completedAt)
        .bind("onTime", visit.onTime)
        .bind("missedAt", visit.missedAt)
        .bind("missedReason", visit.missedReason)
        .bind("version", visit.version);
  }
}
