package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Visits for what is recorded of them all day: that one is done, was missed, was told of. Locking,
 * with all that the change and its answer need, is one round trip; saving is another. The rules are
 * those of {@link Visit}.
 */
@ApplicationScoped
class LockedVisits {
  /** Nothing that an index holds. */
  static final String SAVE =
      """
      update visit set state = :state, customer_told = :customerTold,
        customer_told_at = :customerToldAt, introduced = :introduced,
        introduced_at = :introducedAt, completed_at = :completedAt, on_time = :onTime,
        missed_at = :missedAt, missed_reason = :missedReason, version = :version
      where id = :id
      """;

  private static final Questions BY_ID = Questions.ofVisit("id = :visit");
  private static final Questions BY_EXTERNAL_ID = Questions.ofVisit("external_id = :visit");

  /** SQL that finds what is needed to change a visit and to show it. */
  private record Questions(String lock, String view, String technician) {
    static Questions ofVisit(String named) {
      return new Questions(
          "select * from visit where " + named + " for no key update",
          VisitViews.SELECT + "\nwhere v." + named,
          Technicians.EMPLOYMENT.formatted(
              "(select technician_id from visit where " + named + ")"));
    }
  }

  private final Database database;
  private final VisitAccess access;
  private final VisitPublisher publisher;

  LockedVisits(Database database, VisitAccess access, VisitPublisher publisher) {
    this.database = database;
    this.access = access;
    this.publisher = publisher;
  }

  /**
   * The visit named in a path, as {@link VisitAccess#get}. It is locked by a statement of its own:
   * those that follow see what was committed while it waited.
   */
  LockedVisit lock(Ref ref) {
    Reference reference = Reference.of(ref);
    boolean byId = reference.id() != null;
    Questions questions = byId ? BY_ID : BY_EXTERNAL_ID;
    RoundTrip trip =
        database
            .roundTrip()
            .bind("visit", byId ? reference.id() : reference.externalId())
            .bind("withRisk", access.window().isEmpty());
    Rows<VisitRow> row = trip.query(questions.lock, VisitRow.class);
    Rows<VisitView> view = trip.query(questions.view, VisitView.class);
    Rows<Employment> technician = trip.query(questions.technician, Employment.class);
    trip.send();
    Visit visit = access.visible(row.first().map(Visit::of), reference);
    return new LockedVisit(
        visit,
        view.first().orElseThrow(),
        row.first().map(VisitRow::sheetReadBy).orElse(null),
        technician.first());
  }

  /** Writes what has been changed of the visit, tells of it, and shows it as it is now. */
  VisitView save(LockedVisit locked, String action, VisitSnapshot before) {
    Visit visit = locked.visit();
    visit.version++;
    database
        .sql(SAVE)
        .bind("id", visit.id)
        .bind("state", visit.state)
        .bind("customerTold", visit.customerTold)
        .bind("customerToldAt", visit.customerToldAt)
        .bind("introduced", visit.introduced)
        .bind("introducedAt", visit.introducedAt)
        .bind("completedAt", visit.completedAt)
        .bind("onTime", visit.onTime)
        .bind("missedAt", visit.missedAt)
        .bind("missedReason", visit.missedReason)
        .bind("version", visit.version)
        .update();
    publisher.saved(visit, action, before);
    return locked.viewNow();
  }
}
