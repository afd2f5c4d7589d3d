package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where technicians are to be: at one visit at a time. Who books holds the technician's row, and
 * takes it before any agreement or visit, so that of two who book at the same instant one sees the
 * other's visit.
 */
@ApplicationScoped
public class Bookings {
  /**
   * SQL: what a technician is to be at between two instants: visits of their own, and those at
   * which they are introduced. One of which nobody has said the time takes nobody's.
   */
  private static final String BOOKED =
      """
      select v.visit_id, v.customer_id, c.likes_to_be_called as customer_name, v.scheduled_at
      from (
        select id as visit_id, customer_id, scheduled_at from visit
        where technician_id = :technician and scheduled_at > :after
          and scheduled_at < :before and state = 'PLANNED' and time_said
        union all
        select joint_visit_id, customer_id, scheduled_at from introduction
        where successor_id = :technician and scheduled_at > :after
          and scheduled_at < :before and state = 'OPEN' and time_said) v
      left join lateral (select * from %s c where c.id = v.customer_id limit 1) c on true
      where v.visit_id <> :visit
      order by v.scheduled_at limit 1
      """
          .formatted(CustomerCopies.PLACES);

  /** SQL: whether the technician of the visit {@code v} is at a step of a project on its day. */
  static final String AT_STEP =
      """
      exists (select from step_booking() s where s.technician_id = v.technician_id
        and v.scheduled_on between s.starts_on and s.ends_on)\
      """;

  private static final String OF_VISIT =
      "select unnest(array[technician_id, planned_technician_id]) from visit where %1$s";

  private static final String INTRODUCED =
      """

      union all
      select successor_id from introduction
      where state = 'OPEN' and joint_visit_id = (select id from visit where %1$s)
      """;

  private static final String STEPS =
      """
      select s.technician_id, s.project_id, s.title, s.starts_on, s.ends_on
      from unnest(cast(:technicians as uuid[])) who cross join lateral (
        select * from step_booking()
        where technician_id = who and ends_on >= :from and starts_on <= :until offset 0) s
      order by s.ends_on, s.title
      """;

  private final Database database;
  private final VisitSettings settings;
  private final CompanyCalendar calendar;

  Bookings(Database database, VisitSettings settings, CompanyCalendar calendar) {
    this.database = database;
    this.settings = settings;
    this.calendar = calendar;
  }

  /** Another visit that a technician is to be at. */
  record Booking(UUID visitId, UUID customerId, String customerName, Instant scheduledAt) {}

  /**
   * A step of a project for which a technician is planned, by whole days.
   *
   * @param endsOn the last day
   */
  public record AtStep(
      UUID technicianId, UUID projectId, String title, LocalDate startsOn, LocalDate endsOn) {}

  /** The steps for which these technicians are planned on days from one to the other. */
  public List<AtStep> steps(Collection<UUID> technicianIds, LocalDate from, LocalDate until) {
    return database
        .sql(STEPS)
        .bind("technicians", technicianIds)
        .bind("from", from)
        .bind("until", until)
        .list(AtStep.class);
  }

  /**
   * Refuses to have somebody at a visit while they are to be at another one. A project on that day
   * leaves an hour for a visit, or doesn't: the board shows both, and nobody is proposed for both.
   * A visit in the past is not looked at: who was where is what it was.
   *
   * @param name of the technician
   */
  public void requireFree(UUID technicianId, String name, UUID visitId, Instant at) {
    if (at.isBefore(calendar.now())) {
      return;
    }
    other(technicianId, visitId, at)
        .ifPresent(
            other -> {
              throw JobsProblem.DOUBLE_BOOKED
                  .start()
                  .withDetail(
                      "%s is to be at another visit then: at %s, on %s (%s). Choose somebody else or another time, or move that visit first."
                          .formatted(
                              name,
                              Objects.requireNonNullElse(other.customerName(), "a customer's"),
                              calendar.inWords(other.scheduledAt()),
                              other.visitId()))
                  .with("booking", other)
                  .build();
            });
  }

  /**
   * Whether nothing else is planned for a technician at the time of a visit, and no project on its
   * day.
   *
   * @param timed whether the visit is at a time that somebody has said; else it takes nobody's
   */
  public boolean isFree(UUID technicianId, UUID visitId, Instant at, boolean timed) {
    LocalDate day = calendar.dayOf(at);
    return steps(List.of(technicianId), day, day).isEmpty()
        && (!timed || other(technicianId, visitId, at).isEmpty());
  }

  private Optional<Booking> other(UUID technicianId, UUID visitId, Instant at) {
    BusyTime busy = BusyTime.of(at, settings.length());
    return database
        .sql(BOOKED)
        .bind("technician", technicianId)
        .bind("visit", visitId)
        .bind("after", busy.after())
        .bind("before", busy.before())
        .first(Booking.class);
  }

  /** Holds the rows of those who are, or usually would be, at a visit; it is not held yet. */
  public Held holdTechniciansOf(Ref ref) {
    return hold(ref, OF_VISIT);
  }

  /** As {@link #holdTechniciansOf}, and of those who are to be introduced at it. */
  Held holdTechniciansAt(Ref ref) {
    return hold(ref, OF_VISIT + INTRODUCED);
  }

  private Held hold(Ref ref, String technicians) {
    Reference reference = Reference.of(ref);
    String named = reference.id() != null ? "id = :visit" : "external_id = :visit";
    return new Held(
        database
            .sql(Technicians.HOLD.formatted(technicians.formatted(named)))
            .bind("visit", reference.id() != null ? reference.id() : reference.externalId())
            .list(UUID.class));
  }

  /** The technicians whose rows are held. */
  public record Held(List<UUID> technicians) {
    /** Refuses a visit to which somebody else was assigned before it could be locked. */
    public void requireOf(Visit visit) {
      if (!Stream.of(visit.technicianId, visit.plannedTechnicianId)
          .filter(Objects::nonNull)
          .allMatch(technicians::contains)) {
        throw CommonProblem.CONFLICT.because(
            "Somebody else was assigned to this visit just now. Read it, and try again.");
      }
    }
  }
}
