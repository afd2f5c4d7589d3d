package io.familiarface.jobs.plan;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The plans that the running transaction asks for, put on record with its last trip. */
@Singleton
class PendingPlans extends TransactionBuffer<PendingPlans.Asked> {
  private final Database database;

  /** What a plan is asked for, by whom and when; and the key of another system, if there is one. */
  record Asked(PlanCause cause, String externalId, String by, Instant at) {}

  PendingPlans(LastTrip lastTrip, Database database) {
    super(lastTrip);
    this.database = database;
  }

  void add(Asked asked) {
    addToTransaction(asked);
  }

  /** At once, for one that is shown in the same transaction. */
  void write(Asked asked) {
    RoundTrip trip = database.roundTrip();
    write(List.of(asked), trip);
    trip.send();
  }

  @Override
  protected void write(List<Asked> added, RoundTrip trip) {
    trip.update(
            """
            insert into plan (id, external_id, kind, technician_id, from_on, until_on,
              change_reason, state, made_by, made_at)
            select id, external_id, kind, technician_id, from_on, until_on, change_reason,
              'SOLVING', made_by, made_at
            from unnest(cast(:planIds as uuid[]), cast(:planKeys as text[]),
              cast(:planKinds as text[]), cast(:planTechnicians as uuid[]),
              cast(:planFrom as date[]), cast(:planUntil as date[]),
              cast(:planReasons as text[]), cast(:planMakers as text[]),
              cast(:planTimes as timestamptz[])) as asked (id, external_id, kind, technician_id,
                from_on, until_on, change_reason, made_by, made_at)
            """)
        .bindColumn("planIds", added, of(PlanCause::planId))
        .bindColumn("planKeys", added, Asked::externalId)
        .bindColumn("planKinds", added, of(PlanCause::kind))
        .bindColumn("planTechnicians", added, of(PlanCause::technicianId))
        .bindColumn("planFrom", added, of(PlanCause::from))
        .bindColumn("planUntil", added, of(PlanCause::until))
        .bindColumn("planReasons", added, of(PlanCause::reason))
        .bindColumn("planMakers", added, Asked::by)
        .bindColumn("planTimes", added, Asked::at);
  }

  private static Function<Asked, Object> of(Function<PlanCause, Object> part) {
    return asked -> part.apply(asked.cause());
  }
}
