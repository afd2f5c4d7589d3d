package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Visits for what is recorded of them all day: that one is done, was missed, was told of. Locking,
 * with all that the change and its answer need, is one round trip; saving is part of the last. The
 * rules are those of {@link Visit}.
 */
@ApplicationScoped
class LockedVisits {
  /** Nothing that an index holds. */
  static final String SAVE =
      """
      update visit set state = :state, customer_told = :customerTold,
        customer_told_at = :customerToldAt, told_late = :toldLate, introduced = :introduced,
        introduced_at = :introducedAt, arrived_at = :arrivedAt, completed_at = :completedAt,
        on_time = :onTime,
        missed_at = :missedAt, missed_reason = :missedReason, version = :version
      where id = :id
      """;

  static final String SAVE_CHECKLIST =
      """
      update visit set checklist = cast(:checklist as jsonb), version = :version where id = :id
      """;

  private static final Questions BY_ID = Questions.ofVisit("id = :visit");
  private static final Questions BY_EXTERNAL_ID = Questions.ofVisit("external_id = :visit");

  /** SQL that finds what is needed to change a visit and to show it. */
  private record Questions(String hold, String lock, String view) {
    static Questions ofVisit(String named) {
      return new Questions(
          Agreements.HOLD.formatted(
              "select agreement_id from visit where permanence = 'FOR_GOOD' and " + named),
          "select * from visit where " + named + " for no key update",
          VisitViews.SELECT + "\nwhere v." + named);
    }
  }

  /**
   * What is asked beside the visit itself, in one query.
   *
   * @param technician of nobody, if nobody is to come
   */
  record Shown(@Nested VisitView view, @Nested("technician") Employment technician) {}

  private final Database database;
  private final VisitAccess access;
  private final SavedVisits saved;
  private final VisitPublisher publisher;

  LockedVisits(Database database, VisitAccess access, SavedVisits saved, VisitPublisher publisher) {
    this.database = database;
    this.access = access;
    this.saved = saved;
    this.publisher = publisher;
  }

  /**
   * The visit named in a path, as {@link VisitAccess#get}. It is locked by a statement of its own:
   * those that follow see what was committed while it waited.
   */
  LockedVisit lock(Ref ref) {
    return lock(ref, false);
  }

  /** As {@link #lock}, and before it the agreement, if the visit hands over: others may follow. */
  LockedVisit lockWithHandOver(Ref ref) {
    return lock(ref, true);
  }

  private LockedVisit lock(Ref ref, boolean withHandOver) {
    Reference reference = Reference.of(ref);
    boolean byId = reference.id() != null;
    Questions questions = byId ? BY_ID : BY_EXTERNAL_ID;
    RoundTrip trip =
        database
            .roundTrip()
            .bind("visit", byId ? reference.id() : reference.externalId())
            .bind("withRisk", access.window().isEmpty());
    Optional<Rows<UUID>> held =
        withHandOver ? Optional.of(trip.query(questions.hold, UUID.class)) : Optional.empty();
    Rows<VisitRow> row = trip.query(questions.lock, VisitRow.class);
    Rows<Shown> shown = trip.query(questions.view, Shown.class);
    trip.send();
    Visit visit = access.visible(row.first().map(VisitRow::visit), reference);
    if (visit.isHandOver() && held.filter(agreement -> agreement.first().isEmpty()).isPresent()) {
      throw CommonProblem.CONFLICT.because(
          "Somebody was to take over with this visit just now. Read it, and try again.");
    }
    Shown found = shown.first().orElseThrow();
    return new LockedVisit(
        visit,
        found.view(),
        row.first().map(VisitRow::sheetReadBy).orElse(null),
        Optional.of(found.technician()).filter(any -> visit.technicianId != null));
  }

  /** As {@link #save}, of the checklist alone, of which the feed tells nothing. */
  void saveChecklist(LockedVisit locked, VisitSnapshot before) {
    Visit visit = locked.visit();
    visit.version++;
    database
        .sql(SAVE_CHECKLIST)
        .bind("id", visit.id)
        .bind("checklist", Checklist.write(visit.checklist))
        .bind("version", visit.version)
        .update();
    publisher.noted(visit, "visit.checked", before);
  }

  /** Writes what was saved now: somebody reads it in this transaction. */
  void writeSaved() {
    saved.write();
  }

  /**
   * Writes what has been changed of the visit at the end of the transaction, tells of it, and shows
   * it as it is now.
   */
  VisitView save(LockedVisit locked, String action, VisitSnapshot before) {
    return save(locked, action, before, Telling.NONE);
  }

  /** As {@link #save}, with what the customer has been told of it. */
  VisitView save(LockedVisit locked, String action, VisitSnapshot before, Telling telling) {
    Visit visit = locked.visit();
    visit.version++;
    saved.save(visit);
    publisher.saved(visit, action, before, telling);
    return locked.viewNow();
  }
}
