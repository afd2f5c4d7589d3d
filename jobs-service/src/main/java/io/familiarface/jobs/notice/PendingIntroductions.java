package io.familiarface.jobs.notice;

import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where two can be introduced, added to the notices that the same transaction makes. */
@Singleton
class PendingIntroductions extends TransactionBuffer<PendingIntroductions.Introduction> {

  /** A visit of which a notice tells, and the one before it at which both will be. */
  record Introduction(UUID visitId, UUID jointVisitId, Instant at) {}

  PendingIntroductions(LastTrip lastTrip) {
    super(lastTrip);
  }

  void add(Introduction one) {
    addToTransaction(one);
  }

  @Override
  protected void write(List<Introduction> added, RoundTrip trip) {
    trip.update(
            """
            update notice set introduce_at_visit_id = joint_visit_id, introduce_at = joint_at
            from unnest(cast(:introducedVisits as uuid[]), cast(:jointVisits as uuid[]),
              cast(:jointTimes as timestamptz[])) as made (visit_id, joint_visit_id, joint_at)
            where notice.visit_id = made.visit_id
            """)
        .bindColumn("introducedVisits", added, Introduction::visitId)
        .bindColumn("jointVisits", added, Introduction::jointVisitId)
        .bindColumn("jointTimes", added, Introduction::at);
  }
}
