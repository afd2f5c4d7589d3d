package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.TimeLimit;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The visits to come that a rule speaks against, for those who see to it that none does. */
@ApplicationScoped
class VisitConflicts {
  /** SQL: where else whoever comes to the visit {@code v} is to be; as in {@link Bookings}. */
  private static final String ELSEWHERE =
      """
      select b.visit_id, b.scheduled_at, c.likes_to_be_called as customer_name
      from (
        select id as visit_id, customer_id, scheduled_at from visit other
        where other.technician_id = v.technician_id and other.id <> v.id
          and other.scheduled_at > v.scheduled_at - cast(:length as interval)
          and other.scheduled_at < v.scheduled_at + cast(:length as interval)
          and other.state = 'PLANNED' and other.time_said
        union all
        select joint_visit_id, customer_id, scheduled_at from introduction i
        where i.successor_id = v.technician_id and i.joint_visit_id <> v.id
          and i.scheduled_at > v.scheduled_at - cast(:length as interval)
          and i.scheduled_at < v.scheduled_at + cast(:length as interval)
          and i.state = 'OPEN' and i.time_said) b
      left join lateral (select * from %1$s c where c.id = b.customer_id limit 1) c on true
      order by b.scheduled_at, b.visit_id limit 1\
      """
          .formatted(CustomerCopies.PLACES);

  private static final String SELECT =
      """
      select v.id as visit_id, v.external_id as visit_external_id, v.scheduled_at, v.scheduled_on,
        not v.time_said as any_time, v.customer_id, c.external_id as customer_external_id,
        c.likes_to_be_called as customer_name, v.technician_id, t.name as technician_name,
        t.hired_on, t.left_on, need.need, o.visit_id as other_visit_id,
        o.scheduled_at as other_at, o.customer_name as other_customer_name, s.until as step_until
      from visit v
      left join %1$s t on t.id = v.technician_id
      left join %1$s p on p.id = v.planned_technician_id
      left join lateral (select * from %2$s c where c.id = v.customer_id limit 1) c on true
      cross join lateral (select %3$s as need) need
      left join lateral (%4$s) o on v.time_said
      left join lateral (
        select max(ends_on) as until from step_booking() where technician_id = v.technician_id
          and v.scheduled_on between starts_on and ends_on) s on true\
      """
          .formatted(Technicians.SUMMARIES, CustomerCopies.PLACES, VisitViews.NEED, ELSEWHERE);

  private static final String BREAKS_A_RULE =
      """
      (need.need <> 'LICENCE_ENDED' or need.need = 'LICENCE_ENDED' and not v.overridden
        or o.visit_id is not null or s.until is not null
        or v.technician_id is not null and not v.overridden and not %s)\
      """
          .formatted(
              Technicians.works(
                  "v.technician_id",
                  "to_char(v.scheduled_on, 'FMDAY')",
                  "case when v.time_said"
                      + " then cast(v.scheduled_at at time zone :companyZone as time) end"));

  private final Database database;
  private final CompanyCalendar calendar;
  private final VisitSettings settings;

  VisitConflicts(Database database, CompanyCalendar calendar, VisitSettings settings) {
    this.database = database;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * A visit with what is known of who is to come.
   *
   * @param need as {@link SubstituteNeed}
   * @param otherVisitId where they are at that time as well, {@code otherAt} when and at whose
   * @param stepUntil the last day of a step of a project on which they are then
   */
  record Row(
      UUID visitId,
      String visitExternalId,
      Instant scheduledAt,
      LocalDate scheduledOn,
      boolean anyTime,
      UUID customerId,
      String customerExternalId,
      String customerName,
      UUID technicianId,
      String technicianName,
      LocalDate hiredOn,
      LocalDate leftOn,
      SubstituteNeed need,
      UUID otherVisitId,
      Instant otherAt,
      String otherCustomerName,
      LocalDate stepUntil) {

    private VisitConflict.Rule rule() {
      if (need != null) {
        return VisitConflict.Rule.valueOf(need.name());
      }
      if (otherVisitId != null) {
        return VisitConflict.Rule.DOUBLE_BOOKED;
      }
      return stepUntil != null ? VisitConflict.Rule.AT_A_PROJECT : VisitConflict.Rule.OUTSIDE_HOURS;
    }

    private VisitConflict view(CompanyCalendar calendar) {
      VisitConflict.Rule rule = rule();
      return new VisitConflict(
          visitId,
          visitExternalId,
          scheduledAt,
          anyTime,
          customerId,
          customerExternalId,
          customerName,
          technicianId,
          technicianName,
          rule,
          inWords(rule, calendar),
          rule == VisitConflict.Rule.DOUBLE_BOOKED ? otherVisitId : null);
    }

    private String inWords(VisitConflict.Rule rule, CompanyCalendar calendar) {
      return switch (rule) {
        case NOBODY_ASSIGNED -> "Nobody is assigned.";
        case HAS_LEFT -> "%s leaves the company on %s.".formatted(technicianName, leftOn);
        case NOT_YET_HIRED -> "%s starts on %s.".formatted(technicianName, hiredOn);
        case ABSENT -> "%s is away on that day.".formatted(technicianName);
        case LICENCE_ENDED -> Suitability.lostLicence(technicianName);
        case DOUBLE_BOOKED ->
            "%s is to be at another visit then: at %s, on %s."
                .formatted(
                    technicianName,
                    Objects.requireNonNullElse(otherCustomerName, "a customer's"),
                    calendar.inWords(otherAt));
        case AT_A_PROJECT -> "%s is at a project until %s.".formatted(technicianName, stepUntil);
        case OUTSIDE_HOURS ->
            Suitability.doesNotWork(technicianName, anyTime ? null : calendar.timeOf(scheduledAt));
      };
    }
  }

  /** The soonest first. */
  Page<VisitConflict> page(TimeLimit until, Ref technician, PageRequest page) {
    Instant end = TimeLimit.ahead(until, calendar);
    ListQuery list =
        VisitsAhead.bind(database.list(SELECT), calendar)
            .where(VisitsAhead.among("v"))
            .where("v.state = 'PLANNED'")
            .where("v.scheduled_at <= :until", "until", end)
            .where(BREAKS_A_RULE)
            .bind("length", settings.length().toString())
            .bind("companyZone", calendar.zone().getId());
    Reference.narrow(list, "v.technician_id", technician, Technicians.ID_BY_KEY);
    page.after()
        .ifPresent(
            key ->
                list.where("(v.scheduled_at, v.id) > (:afterAt, :afterId)")
                    .bind("afterAt", key.instant(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(Row.class, "v.scheduled_at, v.id", page.limit() + 1),
        page,
        row -> Key.of(row.scheduledAt(), row.visitId()),
        row -> row.view(calendar));
  }
}
