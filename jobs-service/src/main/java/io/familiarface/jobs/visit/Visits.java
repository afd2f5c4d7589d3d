package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.NamedRows;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The visits, for those who change them; {@link VisitViews} are for those who read them. */
@ApplicationScoped
public class Visits implements PanacheRepositoryBase<Visit, UUID> {
  /** SQL, for {@link Reference#narrow}: the visit that another system calls so. */
  public static final String ID_BY_KEY = "select id from visit where external_id = :%s";

  /** SQL, for a join: which version of a visit there is, when, and whose. */
  public static final String VERSIONS =
      "(select id, external_id, version, state, technician_id, scheduled_at from visit)";

  /**
   * SQL, for a join: when whoever comes may arrive, if they do, and how long somebody else does.
   */
  public static final String WINDOWS =
      "(select id, window_minutes, time_said, scheduled_on, state, permanence from visit)";

  /** SQL, for a join by agreement: when its visits are, whose, and what became of them. */
  public static final String OF_AGREEMENTS =
      """
      (select id, agreement_id, scheduled_at, scheduled_on, time_said, window_minutes, state,
         technician_id
       from visit)\
      """;

  /** SQL, for a join: the visits of a customer that are still planned. */
  public static final String STILL_PLANNED = "(select * from visit where state = 'PLANNED')";

  /**
   * SQL, for a join: the planned visits to which another one comes than the agreement sends, or
   * nobody. Few in number, and an index has them by time.
   */
  public static final String OTHERWISE =
      """
      (select * from visit where state = 'PLANNED'
         and coalesce(technician_id <> planned_technician_id, true))\
      """;

  /** SQL, for a join: the planned visits to which whoever the agreement sends is to come. */
  public static final String AS_AGREED =
      """
      (select * from visit where state = 'PLANNED' and technician_id = planned_technician_id)\
      """;

  private final Database database;
  private final AddedVisits added;

  Visits(Database database, AddedVisits added) {
    this.database = database;
    this.added = added;
  }

  /** The visit named in a path. */
  public Visit get(Ref ref) {
    Reference reference = Reference.of(ref);
    return find(reference).orElseThrow(() -> unknown(reference));
  }

  static RuntimeException unknown(Reference reference) {
    return JobsProblem.NO_SUCH_VISIT.because("There is no visit %s.".formatted(reference));
  }

  /**
   * Narrows a list of what visits have, tasks of them say: to the one of this id, or to those of
   * the visit that another system calls so.
   *
   * @param table its name in the list
   */
  public static void narrowToOwn(ListQuery list, String table, Ref ref) {
    if (ref.id().isPresent()) {
      list.where(table + ".id = :own", "own", ref.id().get());
    } else {
      Reference.narrow(list, table + ".visit_id", ref, ID_BY_KEY);
    }
  }

  /**
   * As it stands in the database now, and nobody else changes it until the transaction ends. To be
   * read by this first of all: of one that the session holds already, the older state would stay.
   */
  public Visit lock(Ref ref) {
    Reference reference = Reference.of(ref);
    return (reference.id() != null
            ? findByIdOptional(reference.id(), LockModeType.PESSIMISTIC_WRITE)
            : find("externalId", reference.externalId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional())
        .orElseThrow(() -> unknown(reference));
  }

  /** Of the visit named in a path, without reading it. */
  public UUID agreementOf(Ref ref) {
    Reference reference = Reference.of(ref);
    return database
        .sql(
            "select agreement_id from visit where "
                + (reference.id() != null ? "id = :visit" : "external_id = :visit"))
        .bind("visit", reference.id() != null ? reference.id() : reference.externalId())
        .first(UUID.class)
        .orElseThrow(() -> unknown(reference));
  }

  /** Whoever has read one before and writes it afterwards would undo that, but for the version. */
  void move(@Observes @Priority(CustomerMerged.THEN) CustomerMerged merged) {
    update(
        "customerId = ?1, version = version + 1 where customerId = ?2",
        merged.into(),
        merged.from());
  }

  Optional<Visit> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  /**
   * Writes a new one with all that the transaction adds, at its end and past the session, which
   * does not hold it afterwards.
   */
  public void add(Visit visit) {
    added.add(visit);
  }

  /** Writes those of {@link #add} now: somebody reads them in this transaction. */
  public void writeAdded() {
    added.write();
  }

  List<Visit> byExternalIds(Collection<String> externalIds) {
    return NamedRows.of(getEntityManager(), Visit.class, externalIds);
  }

  /** Those that no other system has named, scheduled between two instants; none withdrawn. */
  List<Visit> withoutExternalId(Collection<UUID> agreementIds, Instant from, Instant to) {
    List<UUID> ids =
        database
            .sql(
                """
                select id from visit
                where agreement_id = any(:agreements) and external_id is null
                  and scheduled_at between :from and :to and state <> 'WITHDRAWN'
                """)
            .bind("agreements", agreementIds)
            .bind("from", from)
            .bind("to", to)
            .list(UUID.class);
    // Mostly there is none.
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  Optional<Visit> inSlot(UUID agreementId, LocalDate slotOn) {
    return find("agreementId = ?1 and slotOn = ?2", agreementId, slotOn).firstResultOptional();
  }

  /** The slots of these agreements between two days that visits have claimed, in one query. */
  List<Slot> claimedSlots(Collection<UUID> agreementIds, LocalDate from, LocalDate until) {
    return database
        .sql(
            """
            select agreement_id, slot_on, id from visit
            where agreement_id = any(:agreements) and slot_on between :from and :until
            """)
        .bind("agreements", agreementIds)
        .bind("from", from)
        .bind("until", until)
        .list(Slot.class);
  }

  /** A day of an agreement's rule, and the visit that stands for it. */
  record Slot(UUID agreementId, LocalDate slotOn, UUID id) {}

  public List<LocalDate> slotsFrom(UUID agreementId, LocalDate day) {
    return find(
            "select slotOn from Visit where agreementId = ?1 and slotOn >= ?2", agreementId, day)
        .project(LocalDate.class)
        .list();
  }

  /** The visits that stand for a day of the rule, and take place or stand for one since a day. */
  public List<Visit> standingSince(UUID agreementId, LocalDate day) {
    return list(
        """
        agreementId = ?1 and slotOn is not null and (slotOn >= ?2 or scheduledOn >= ?2)
        order by scheduledAt, id
        """,
        agreementId,
        day);
  }

  /** Visits of an agreement still to come after an instant, in order of time. */
  public List<Visit> plannedAfter(UUID agreementId, Instant after) {
    return list(
        "agreementId = ?1 and scheduledAt > ?2 and state = PLANNED order by scheduledAt, id",
        agreementId,
        after);
  }

  /**
   * Withdraws the visits of agreements that are planned for later than these end, as {@link
   * Visit#withdraw}, in one statement and past the session, which must hold none of them.
   *
   * @param ends when each of the agreements ends
   * @return each as it is now and was before, in order of time
   */
  public List<VisitPublisher.Change> withdrawAfter(Map<UUID, Instant> ends) {
    return database
        .sql(
            """
            update visit set state = 'WITHDRAWN', slot_on = null, version = visit.version + 1
            from unnest(cast(:agreements as uuid[]), cast(:ends as timestamptz[]))
              as ended (agreement_id, ended_at)
            where visit.agreement_id = ended.agreement_id
              and visit.scheduled_at > ended.ended_at and visit.state = 'PLANNED'
            returning visit.*
            """)
        .bindColumn("agreements", ends.keySet(), id -> id)
        .bindColumn("ends", ends.values(), at -> at)
        .list(VisitRow.class)
        .stream()
        .map(VisitRow::visit)
        .sorted(Comparator.comparing(Visit::scheduledAt).thenComparing(Visit::id))
        .map(visit -> new VisitPublisher.Change(visit, visit.snapshot().as(VisitState.PLANNED)))
        .toList();
  }

  /** The visits of an agreement that hand over for good, planned or made, in order of time. */
  List<Visit> handOvers(UUID agreementId) {
    return list(
        """
        agreementId = ?1 and permanence = FOR_GOOD and state in (PLANNED, COMPLETED)
        and technicianId is not null order by scheduledAt, id
        """,
        agreementId);
  }

  /**
   * How well a technician knows a customer.
   *
   * @param visits completed ones
   */
  public record Familiarity(UUID technicianId, int visits, LocalDate lastOn) {}

  public List<Familiarity> familiarity(UUID customerId) {
    return database
        .sql(
            """
            select technician_id, count(*) as visits, max(scheduled_on) as last_on from visit
            where customer_id = :customer and state = 'COMPLETED' group by technician_id
            """)
        .bind("customer", customerId)
        .list(Familiarity.class);
  }

  /** As {@link Familiarity}, of several customers. */
  public record FamiliarityOf(UUID customerId, UUID technicianId, int visits, LocalDate lastOn) {}

  public List<FamiliarityOf> familiarity(Collection<UUID> customerIds) {
    return database
        .sql(
            """
            select customer_id, technician_id, count(*) as visits, max(scheduled_on) as last_on
            from visit where customer_id = any(:customers) and state = 'COMPLETED'
            group by customer_id, technician_id
            """)
        .bind("customers", customerIds)
        .list(FamiliarityOf.class);
  }

  /**
   * A visit that a technician is to make, and its version.
   *
   * @param handsOver whether they come for good from it on
   */
  public record Touched(
      UUID id,
      long version,
      UUID agreementId,
      UUID customerId,
      Instant scheduledAt,
      LocalDate scheduledOn,
      boolean timeSaid,
      UUID technicianId,
      UUID plannedTechnicianId,
      boolean handsOver) {

    /** Whether they usually come to the agreement's visits after it as well. */
    public boolean isOwn() {
      return handsOver || technicianId.equals(plannedTechnicianId);
    }
  }

  /**
   * The visits to come of a technician, today's with those to which they may still come, soonest
   * first, at most so many.
   *
   * @param until the last day; null for no end
   */
  public List<Touched> toCome(
      UUID technicianId, CompanyCalendar calendar, LocalDate from, LocalDate until, int limit) {
    ListQuery list =
        database.list(
            """
            select id, version, agreement_id, customer_id, scheduled_at, scheduled_on,
              time_said, technician_id, planned_technician_id,
              coalesce(permanence = 'FOR_GOOD', false) as hands_over
            from visit v\
            """);
    return VisitsAhead.bind(list, calendar)
        .where("technician_id = :technician", "technician", technicianId)
        .where(VisitsAhead.among("v"))
        .where("scheduled_on >= :from", "from", from)
        .where("scheduled_on <= :until", "until", until)
        .where("state = 'PLANNED'")
        .list(Touched.class, "scheduled_at, id", limit);
  }

  /** When a technician serves an agreement of theirs. */
  private record FirstServed(UUID agreementId, LocalDate firstOn) {}

  /**
   * The agreements whose own technician they are at a planned visit on a day or later, each with
   * the day of the first.
   */
  public Map<UUID, LocalDate> firstServedBy(UUID technicianId, LocalDate from) {
    return database
        .sql(
            """
            select agreement_id, min(scheduled_on) as first_on from visit
            where technician_id = :technician and planned_technician_id = :technician
              and scheduled_on >= :from and state = 'PLANNED'
            group by agreement_id
            """)
        .bind("technician", technicianId)
        .bind("from", from)
        .list(FirstServed.class)
        .stream()
        .collect(Collectors.toMap(FirstServed::agreementId, FirstServed::firstOn));
  }

  /** That a technician is to be at a visit. */
  public record Booking(UUID technicianId, UUID visitId, Instant at, boolean timeSaid) {}

  /**
   * The visits planned for these technicians between two days, both included, and those at which
   * they are to be introduced. Looked up by each technician, however many have visits then: {@code
   * offset 0} keeps it so.
   */
  public List<Booking> bookings(Collection<UUID> technicianIds, LocalDate from, LocalDate until) {
    return database
        .sql(
            """
            select v.technician_id, v.id as visit_id, v.scheduled_at as at, v.time_said
            from unnest(cast(:technicians as uuid[])) who cross join lateral (
              select technician_id, id, scheduled_at, time_said from visit
              where technician_id = who and scheduled_on between :from and :until
                and state = 'PLANNED'
              union all
              select successor_id, joint_visit_id, scheduled_at, time_said from introduction
              where successor_id = who and scheduled_on between :from and :until
                and state = 'OPEN' offset 0) v
            order by v.scheduled_at, v.id
            """)
        .bind("technicians", technicianIds)
        .bind("from", from)
        .bind("until", until)
        .list(Booking.class);
  }

  /**
   * Whom a customer asked not to be sent: somebody else came at the customer's request, and they
   * have not been there since.
   */
  public List<Declined> declinedBy(Collection<UUID> customerIds) {
    return database
        .sql(
            """
            select distinct customer_id, planned_technician_id as technician_id from visit v
            where customer_id = any(:customers) and change_reason = 'CUSTOMER_REQUEST'
              and planned_technician_id is not null and not exists (
                select from visit later where later.customer_id = v.customer_id
                  and later.technician_id = v.planned_technician_id
                  and later.state = 'COMPLETED' and later.scheduled_at > v.scheduled_at)
            """)
        .bind("customers", customerIds)
        .list(Declined.class);
  }

  /** A technician whom a customer asked not to be sent. */
  public record Declined(UUID customerId, UUID technicianId) {}
}
