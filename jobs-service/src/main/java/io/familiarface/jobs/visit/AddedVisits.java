package io.familiarface.jobs.visit;

import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * New visits, written together with all that their transaction adds, past the session: a million of
 * them pass through no cache of entities.
 */
@Singleton
class AddedVisits extends TransactionBuffer<Visit> {
  private static final String COLUMNS =
      """
      visit (
        id, external_id, agreement_id, customer_id, slot_on, generated, time_said,
        scheduled_at, scheduled_on, state, technician_id, planned_technician_id, change_reason, permanence,
        customer_told, customer_told_at, introduced, introduced_at, completed_at, on_time,
        missed_at, missed_reason, line_fingerprint, version,
        window_minutes, checklist, arrived_at)\
      """;

  private static final String INSERT =
      """
      insert into %s
      select * from unnest(
        cast(:visitIds as uuid[]), cast(:visitExternalIds as text[]),
        cast(:visitAgreements as uuid[]), cast(:visitCustomers as uuid[]),
        cast(:visitSlots as date[]), cast(:visitsGenerated as boolean[]),
        cast(:visitTimesSaid as boolean[]),
        cast(:visitTimes as timestamptz[]), cast(:visitDays as date[]),
        cast(:visitStates as text[]), cast(:visitTechnicians as uuid[]),
        cast(:visitsPlannedFor as uuid[]), cast(:visitReasons as text[]),
        cast(:visitPermanences as text[]), cast(:visitsTold as boolean[]),
        cast(:visitsToldAt as timestamptz[]), cast(:visitsIntroduced as boolean[]),
        cast(:visitsIntroducedAt as timestamptz[]), cast(:visitsCompletedAt as timestamptz[]),
        cast(:visitsOnTime as boolean[]), cast(:visitsMissedAt as timestamptz[]),
        cast(:visitMissedReasons as text[]), cast(:visitFingerprints as bigint[]),
        cast(:visitVersions as bigint[]), cast(:visitWindows as int[]),
        cast(:visitChecklists as jsonb[]), cast(:visitArrivals as timestamptz[]))\
      """
          .formatted(COLUMNS);

  private final Database database;

  AddedVisits(LastTrip lastTrip, Database database) {
    super(lastTrip);
    this.database = database;
  }

  void add(Visit visit) {
    addToTransaction(visit);
  }

  void write() {
    writeNow();
  }

  /** Notices, and invoices to come, are of visits that are there. */
  @Override
  protected boolean isReferredTo() {
    return true;
  }

  @Override
  protected boolean writeMany(List<Visit> added) {
    database.copy(
        new CopiedRows<>(
            COLUMNS,
            added,
            List.of(
                visit -> visit.id,
                visit -> visit.externalId,
                visit -> visit.agreementId,
                visit -> visit.customerId,
                visit -> visit.slotOn,
                visit -> visit.generated,
                visit -> visit.timeSaid,
                visit -> visit.scheduledAt,
                visit -> visit.scheduledOn,
                visit -> visit.state,
                visit -> visit.technicianId,
                visit -> visit.plannedTechnicianId,
                visit -> visit.changeReason,
                visit -> visit.permanence,
                visit -> visit.customerTold,
                visit -> visit.customerToldAt,
                visit -> visit.introduced,
                visit -> visit.introducedAt,
                visit -> visit.completedAt,
                visit -> visit.onTime,
                visit -> visit.missedAt,
                visit -> visit.missedReason,
                visit -> visit.lineFingerprint,
                visit -> visit.version,
                visit -> visit.windowMinutes,
                visit -> Checklist.write(visit.checklist),
                visit -> visit.arrivedAt)));
    return true;
  }

  @Override
  protected void write(List<Visit> added, RoundTrip trip) {
    trip.update(INSERT)
        .bindColumn("visitIds", added, visit -> visit.id)
        .bindColumn("visitExternalIds", added, visit -> visit.externalId)
        .bindColumn("visitAgreements", added, visit -> visit.agreementId)
        .bindColumn("visitCustomers", added, visit -> visit.customerId)
        .bindColumn("visitSlots", added, visit -> visit.slotOn)
        .bindColumn("visitsGenerated", added, visit -> visit.generated)
        .bindColumn("visitTimesSaid", added, visit -> visit.timeSaid)
        .bindColumn("visitTimes", added, visit -> visit.scheduledAt)
        .bindColumn("visitDays", added, visit -> visit.scheduledOn)
        .bindColumn("visitStates", added, visit -> visit.state)
        .bindColumn("visitTechnicians", added, visit -> visit.technicianId)
        .bindColumn("visitsPlannedFor", added, visit -> visit.plannedTechnicianId)
        .bindColumn("visitReasons", added, visit -> visit.changeReason)
        .bindColumn("visitPermanences", added, visit -> visit.permanence)
        .bindColumn("visitsTold", added, visit -> visit.customerTold)
        .bindColumn("visitsToldAt", added, visit -> visit.customerToldAt)
        .bindColumn("visitsIntroduced", added, visit -> visit.introduced)
        .bindColumn("visitsIntroducedAt", added, visit -> visit.introducedAt)
        .bindColumn("visitsCompletedAt", added, visit -> visit.completedAt)
        .bindColumn("visitsOnTime", added, visit -> visit.onTime)
        .bindColumn("visitsMissedAt", added, visit -> visit.missedAt)
        .bindColumn("visitMissedReasons", added, visit -> visit.missedReason)
        .bindColumn("visitFingerprints", added, visit -> visit.lineFingerprint)
        .bindColumn("visitVersions", added, visit -> visit.version)
        .bindColumn("visitWindows", added, visit -> visit.windowMinutes)
        .bindColumn("visitChecklists", added, visit -> Checklist.write(visit.checklist))
        .bindColumn("visitArrivals", added, visit -> visit.arrivedAt);
  }
}
