package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.risk.RiskCopies;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The visits, for those who read them. */
@ApplicationScoped
public class VisitViews {
  /** SQL: why somebody else has to come to the visit {@code v}; null if nobody has to. */
  static final String NEED =
      """
      case when v.state <> 'PLANNED' then null
           when v.technician_id is null then 'NOBODY_ASSIGNED'
           when t.left_on < v.scheduled_on then 'HAS_LEFT'
           when t.hired_on > v.scheduled_on then 'NOT_YET_HIRED'
           when %s then 'ABSENT'
           when %s then 'LICENCE_ENDED'
      end\
      """
          .formatted(
              Absences.isAway("v.technician_id", "v.scheduled_on"), Technicians.LICENCE_ENDED);

  static final String SELECT =
      """
      select v.*, not v.time_said as any_time, g.external_id as agreement_external_id, g.program,
        coalesce(c.external_id, g.customer_external_id) as customer_external_id,
        c.name as customer_name,
        t.external_id as technician_external_id, t.name as technician_name,
        t.hired_on as technician_hired_on, t.left_on as technician_left_on,
        p.name as planned_technician_name,
        r.probability as risk_probability, r.band as risk_band, r.flagged as risk_flagged,
        r.as_of as risk_as_of, v.checklist as checklist_items,
        %s,
        %s as needs_substitute
      from visit v
      join %s g on g.id = v.agreement_id
      left join %s t on t.id = v.technician_id
      left join %4$s p on p.id = v.planned_technician_id
      left join %s c on c.id = v.customer_id
      left join %s r on r.customer_id = v.customer_id and :withRisk\
      """
          .formatted(
              ArrivalWindow.COLUMNS,
              NEED,
              Agreements.SUMMARIES,
              Technicians.SUMMARIES,
              CustomerCopies.SUMMARIES,
              RiskCopies.SUMMARIES);

  /**
   * As {@link #SELECT}, by way of those in one state, which no index of visits holds. Joined by the
   * id alone, so that their order is theirs and nobody goes through all visits to have it.
   */
  private static final String SELECT_BY_STATE =
      SELECT + "\njoin visit_not_completed n on n.state = :state and n.visit_id = v.id";

  /** The visits that a technician makes, and those at which they are to be introduced. */
  private static final String OWN =
      """
      v.id in (
        select id from visit
        where technician_id = :own and scheduled_on >= :ownFrom and scheduled_on <= :ownUntil
        union all
        select joint_visit_id from introduction
        where successor_id = :own and state = 'OPEN'
          and scheduled_on >= :ownFrom and scheduled_on <= :ownUntil)""";

  private final Database database;
  private final VisitAccess access;
  private final CompanyCalendar calendar;

  VisitViews(Database database, VisitAccess access, CompanyCalendar calendar) {
    this.database = database;
    this.access = access;
    this.calendar = calendar;
  }

  /** One visit as the caller may see it; what the running transaction has changed is flushed. */
  public VisitView of(UUID visitId) {
    return database
        .list(SELECT)
        .bind("withRisk", access.window().isEmpty())
        .where("v.id = :id", "id", visitId)
        .list(VisitView.class, "v.id", 1)
        .get(0);
  }

  Page<VisitView> page(VisitFilter filter, PageRequest page) {
    Optional<VisitAccess.Window> own = access.window();
    boolean byState = filter.isByState() && own.isEmpty();
    String at = byState ? "n.scheduled_at" : "v.scheduled_at";
    String id = byState ? "n.visit_id" : "v.id";
    ListQuery list =
        database
            .list(byState ? SELECT_BY_STATE : SELECT)
            .bind("withRisk", own.isEmpty())
            .where("v.external_id = any(:externalIds)", "externalIds", filter.externalIds())
            .where(at + " >= :from", "from", filter.from)
            .where(at + " < :to", "to", filter.to);
    if (byState) {
      list.bind("state", filter.state);
    } else {
      list.where("v.state = :state", "state", filter.state);
    }
    if (filter.state == VisitState.COMPLETED) {
      // None of them lies ahead, where those that are planned would be gone through for nothing.
      list.where("v.scheduled_at < :future", "future", Instants.future(calendar.now()));
    }
    Reference.narrow(list, "v.agreement_id", filter.agreementId, Agreements.ID_BY_KEY);
    CustomerCopies.narrow(list, "v.customer_id", filter.customerId);
    Reference.narrow(list, "v.technician_id", filter.technicianId, Technicians.ID_BY_KEY);
    if (filter.needsSubstitute) {
      VisitsAhead.bind(list, calendar)
          .where(VisitsAhead.among("v"))
          .where("v.state = 'PLANNED'")
          .where("(" + NEED + ") is not null");
    }
    own.ifPresent(
        window ->
            list.where("v.state <> 'WITHDRAWN'")
                .where(OWN)
                .bind("own", window.technicianId())
                .where("v.scheduled_on >= :ownFrom", "ownFrom", window.from())
                .where("v.scheduled_on <= :ownUntil", "ownUntil", window.until()));
    page.after()
        .ifPresent(
            key ->
                list.where(filter.order().afterKey(at, id))
                    .bind("afterAt", key.instant(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(VisitView.class, filter.order().by(at, id), page.limit() + 1),
        page,
        visit -> Key.of(visit.scheduledAt(), visit.id()),
        Function.identity());
  }

  /** When and by whom a customer was visited. */
  public record LastVisit(LocalDate on, String technician) {}

  /** The last completed visit to a customer before an instant. */
  public Optional<LastVisit> lastBefore(Instant before, UUID customerId) {
    return database
        .sql(
            """
            select v.scheduled_on as "on", t.name as technician
            from visit v join %s t on t.id = v.technician_id
            where v.customer_id = :customer and v.state = 'COMPLETED' and v.scheduled_at < :before
            order by v.scheduled_at desc limit 1
            """
                .formatted(Technicians.SUMMARIES))
        .bind("customer", customerId)
        .bind("before", before)
        .first(LastVisit.class);
  }
}
