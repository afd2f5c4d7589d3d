package io.familiarface.jobs.notice;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.AgreementPauseChanged;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * That we come after all on days that were called off, as a pause of ours has moved or ended:
 * nobody is told any more that we don't, and who was told is told that we do. With the last trip.
 */
@Singleton
class PendingResumptions extends TransactionBuffer<UUID> {
  private static final String RESUMED =
      """
      from %1$s off, %1$s made
      where n.visit_id = off.id and n.called_off and off.state = 'WITHDRAWN'
        and off.agreement_id = any(:resumedAgreements) and %2$s
        and made.agreement_id = off.agreement_id and made.state = 'PLANNED'
        and made.scheduled_on = off.scheduled_on and %3$s\
      """
          .formatted(Visits.OF_AGREEMENTS, toCome("off"), toCome("made"));

  /** At no time in particular it may be until the end of its day. */
  private static String toCome(String visit) {
    return """
    (%1$s.scheduled_at > :resumedAt or not %1$s.time_said and %1$s.scheduled_on >= :resumedOn)\
    """
        .formatted(visit);
  }

  private static final String TELL =
      """
      update notice n set visit_id = made.id, called_off = false, known_technician_id = null,
        known_at = made.scheduled_at, known_time_said = made.time_said,
        known_window_minutes = made.window_minutes, technician_id = made.technician_id,
        scheduled_at = made.scheduled_at, made_at = :resumedAt, state = 'OPEN', sent_at = null,
        told_at = null, told_how = null, told_by = null, version = n.version + 1
      %s and n.state in ('SENT', 'TOLD')
        and not exists (select from notice other where other.visit_id = made.id)
      """
          .formatted(RESUMED);

  private static final String DROP =
      "delete from notice n using"
          + RESUMED.substring("from".length())
          + " and n.state in ('OPEN', 'FAILED')";

  private final CompanyCalendar calendar;

  PendingResumptions(LastTrip lastTrip, CompanyCalendar calendar) {
    super(lastTrip);
    this.calendar = calendar;
  }

  void pauseChanged(@Observes AgreementPauseChanged change) {
    addToTransaction(change.agreement().id());
  }

  @Override
  protected void write(List<UUID> agreements, RoundTrip trip) {
    trip.update(TELL)
        .update(DROP)
        .bind("resumedAgreements", agreements)
        .bind("resumedAt", Instants.toMicros(calendar.now()))
        .bind("resumedOn", calendar.today());
  }
}
