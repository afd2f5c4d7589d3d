package io.familiarface.feedback.assessment;

import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.List;

/** What nobody asks for again before its transaction commits, written in its last round trip. */
@Singleton
class LastWrites extends TransactionBuffer<RoundTrip> {
  LastWrites(LastTrip lastTrip) {
    super(lastTrip);
  }

  /** Keeps for the last round trip what would be sent now. */
  void add(RoundTrip writes) {
    addToTransaction(writes);
  }

  /** What is told comes after what it tells of. */
  @Override
  protected boolean isReferredTo() {
    return true;
  }

  @Override
  protected void write(List<RoundTrip> added, RoundTrip trip) {
    added.forEach(trip::join);
  }
}
