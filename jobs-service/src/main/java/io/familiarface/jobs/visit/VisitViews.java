package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.listing.Listing;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The visits, for those who read them. */
@ApplicationScoped
public class VisitViews {
  private static final String NEED =
      """
      case when v.state <> 'PLANNED' then null
           when v.technician_id is null then 'NOBODY_ASSIGNED'
           when t.left_on < v.scheduled_on then 'HAS_LEFT'
           when exists (select 1 from absence a where a.technician_id = v.technician_id
             and a.from_on <= v.scheduled_on and a.until_on >= v.scheduled_on) then 'ABSENT'
      end""";

  private static final String SELECT =
      """
      select v.*, g.external_id as agreement_external_id, g.program,
        coalesce(c.external_id, g.customer_external_id) as customer_external_id,
        c.name as customer_name,
        t.external_id as technician_external_id, t.name as technician_name,
        p.name as planned_technician_name,
        r.probability, r.band, r.flagged, r.as_of as risk_as_of,
        %s as substitute_need
      from visit v
      join agreement g on g.id = v.agreement_id
      left join technician t on t.id = v.technician_id
      left join technician p on p.id = v.planned_technician_id
      left join customer_copy c on c.id = v.customer_id
      left join risk_copy r on r.customer_id = v.customer_id
      """
          .formatted(NEED);

  private final EntityManager em;
  private final OwnVisits ownVisits;
  private final CompanyCalendar calendar;

  VisitViews(EntityManager em, OwnVisits ownVisits, CompanyCalendar calendar) {
    this.em = em;
    this.ownVisits = ownVisits;
    this.calendar = calendar;
  }

  /** One visit as the caller may see it, with what the running transaction has changed. */
  public VisitView of(UUID visitId) {
    boolean withRisk = ownVisits.window().isEmpty();
    return new Listing(SELECT)
        .where("v.id = :id", "id", visitId)
        .rows(em, "v.id", 1, row -> VisitView.of(row, withRisk))
        .get(0);
  }

  Page<VisitView> page(VisitFilter filter, PageRequest page) {
    Optional<OwnVisits.Window> own = ownVisits.window();
    Listing listing =
        new Listing(SELECT)
            .where("v.external_id = :externalId", "externalId", filter.externalId)
            .refersTo("v.agreement_id", "agreement", filter.agreementId)
            .refersTo("v.customer_id", "customer_copy", filter.customerId)
            .refersTo("v.technician_id", "technician", filter.technicianId)
            .where("v.state = :state", "state", filter.state == null ? null : filter.state.name())
            .where("v.scheduled_at >= :from", "from", filter.from)
            .where("v.scheduled_at < :to", "to", filter.to);
    if (filter.needsSubstitute) {
      listing
          .where("v.scheduled_at >= :now", "now", calendar.now())
          .when(true, "v.state = 'PLANNED'")
          .when(true, "(" + NEED + ") is not null");
    }
    own.ifPresent(
        window ->
            listing
                .where("v.technician_id = :own", "own", window.technicianId())
                .where("v.scheduled_on >= :ownFrom", "ownFrom", window.from())
                .where("v.scheduled_on <= :ownUntil", "ownUntil", window.until()));
    List<VisitView> rows =
        listing
            .after(
                page.after(),
                filter.order.afterKey(),
                key -> Map.of("afterAt", key.instant(0), "afterId", key.uuid(1)))
            .rows(
                em, filter.order.sql(), page.limit() + 1, row -> VisitView.of(row, own.isEmpty()));
    return Page.of(rows, page, visit -> Key.of(visit.scheduledAt(), visit.id()), visit -> visit);
  }
}
