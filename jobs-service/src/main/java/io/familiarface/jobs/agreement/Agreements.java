package io.familiarface.jobs.agreement;

import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.NamedRows;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockOptions;

/** The agreements with customers. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, UUID> {
  /** SQL, for a join: what a list shows of an agreement. */
  public static final String SUMMARIES =
      "(select id, external_id, program, customer_external_id from agreement)";

  /** SQL, for {@link Reference#narrow}: the agreement that another system calls so. */
  public static final String ID_BY_KEY = "select id from agreement where external_id = :%s";

  /**
   * SQL, for a join: those that are paused until somebody says otherwise, and not over by the day
   * {@code :today}, and whose they are.
   */
  public static final String RESTING =
      """
      (select id, coalesce(next_technician_id, usual_technician_id) as technician_id from agreement
       where cancelled_at is null and paused_from is not null and paused_until is null
         and (ends_on is null or ends_on >= :today))\
      """;

  /** SQL, for a join: whose they are. */
  public static final String CUSTOMERS = "(select id, customer_id from agreement)";

  /** SQL, for a join: what each agreement asks for a visit; none that names no price. */
  public static final String PRICES =
      """
      (select id, customer_id, program, price_amount, price_currency from agreement
       where price_amount > 0)\
      """;

  /** SQL: the agreements that a technician usually serves, or is to take over. */
  private static final String SERVED =
      """
      (select * from agreement
       where usual_technician_id = :technician and next_technician_id is null
       union all
       select * from agreement where next_technician_id = :technician)\
      """;

  private static final String VIEWS =
      """
      select a.id, a.external_id, a.customer_id,
        case when c.id is null then a.customer_external_id else c.external_id end
          as customer_external_id,
        a.program, a.recurrence, a.recurrence_guessed, null as recurrence_warning,
        a.visit_interval_days, a.starts_on, a.ends_on, a.visit_time as visit_at, a.window_minutes,
        a.checklist, a.planned_until,
        a.paused_from, a.paused_until, a.price_amount, a.price_currency,
        a.usual_technician_id as technician_id, a.next_technician_id,
        case when a.cancelled_at is null then 'ACTIVE' else 'CANCELLED' end as state,
        a.cancelled_at, a.version
      from agreement a
      left join %s c on c.id = a.customer_id\
      """
          .formatted(CustomerCopies.SUMMARIES);

  private static final String COLUMNS =
      """
      agreement (id, external_id, customer_id, customer_external_id, program, recurrence,
        recurrence_guessed, visit_interval_days, starts_on, ends_on, visit_time, window_minutes,
        checklist, price_amount, price_currency, starting_technician_id, usual_technician_id,
        usual_since, planned_until, paused_from, paused_until, cancelled_at, line_fingerprint,
        version)\
      """;

  private static final List<Function<? super Agreement, Object>> VALUES =
      List.of(
          agreement -> agreement.id,
          agreement -> agreement.externalId,
          agreement -> agreement.customerId,
          agreement -> agreement.customerExternalId,
          agreement -> agreement.program,
          agreement -> agreement.recurrence,
          agreement -> agreement.recurrenceGuessed,
          agreement -> agreement.visitIntervalDays,
          agreement -> agreement.startsOn,
          agreement -> agreement.endsOn,
          agreement -> agreement.visitTime,
          agreement -> agreement.windowMinutes,
          agreement -> agreement.checklist,
          agreement -> agreement.priceAmount,
          agreement -> agreement.priceCurrency,
          agreement -> agreement.startingTechnicianId,
          agreement -> agreement.usualTechnicianId,
          agreement -> agreement.usualSince,
          agreement -> agreement.plannedUntil,
          agreement -> agreement.pausedFrom,
          agreement -> agreement.pausedUntil,
          agreement -> agreement.cancelledAt,
          agreement -> agreement.lineFingerprint,
          agreement -> agreement.version);

  /** SQL: takes the row of the agreement whose id %s selects, until the transaction ends. */
  public static final String HOLD = "select id from agreement where id = (%s) for no key update";

  private static final String END =
      """
      update agreement set cancelled_at = one.ended_at, version = agreement.version + 1
      from unnest(cast(:endedAgreements as uuid[]), cast(:endedAt as timestamptz[]))
        as one (id, ended_at)
      where agreement.id = one.id and agreement.cancelled_at is null
      returning agreement.id, customer_id, starts_on, agreement.version
      """;

  private final Database database;
  private final CompanyCalendar calendar;

  Agreements(Database database, CompanyCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** The agreement named in a path. */
  public Agreement get(Ref ref) {
    Reference reference = Reference.of(ref);
    return find(reference).orElseThrow(() -> missing(reference));
  }

  private static RuntimeException missing(Reference reference) {
    return JobsProblem.NO_SUCH_AGREEMENT.because("There is no agreement %s.".formatted(reference));
  }

  /** The agreement a request body points at. */
  public Agreement referred(Reference reference) {
    return find(reference).orElseThrow(() -> unknown(reference.toString()));
  }

  /** The one refusal for an agreement nobody has told us of. */
  public static RuntimeException unknown(String key) {
    return JobsProblem.UNKNOWN_AGREEMENT.because(
        "There is no agreement %s. Create or import the agreement first.".formatted(key));
  }

  /** Whoever has read one before and writes it afterwards would undo that, but for the version. */
  void move(@Observes @Priority(CustomerMerged.FIRST) CustomerMerged merged) {
    lockOf(merged.from());
    update(
        "customerId = ?1, version = version + 1 where customerId = ?2",
        merged.into(),
        merged.from());
  }

  /** What another system calls them is theirs as well. */
  void forgetKey(@Observes @Priority(CustomerMerged.FIRST) CustomerErased erased) {
    lockOf(erased.customerId());
    update(
        "customerExternalId = null, version = version + 1"
            + " where customerId = ?1 and customerExternalId is not null",
        erased.customerId());
  }

  /** Waits for whoever adds to one of them, be it without a change to its own row. */
  private void lockOf(UUID customer) {
    database
        .sql("select id from agreement where customer_id = :customer order by id for update")
        .bind("customer", customer)
        .list(UUID.class);
  }

  /** Sees to it that those of these keys stay their customers' until the transaction ends. */
  public void hold(Collection<String> externalIds) {
    database
        .sql("select id from agreement where external_id = any(:keys) order by id for key share")
        .bind("keys", externalIds)
        .list(UUID.class);
  }

  /** As {@link #hold}, by their ids. */
  public void holdById(Collection<UUID> ids) {
    database
        .sql("select id from agreement where id = any(:ids) order by id for key share")
        .bind("ids", ids)
        .list(UUID.class);
  }

  Optional<Agreement> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  /**
   * As it stands in the database now, and nobody else changes it until the transaction ends. To be
   * read by this first of all: of one that the session holds already, the older state would stay.
   */
  public Agreement lock(Ref ref) {
    Reference reference = Reference.of(ref);
    return locked(reference).orElseThrow(() -> missing(reference));
  }

  /** As {@link #lock(Ref)}, the agreement a request body points at. */
  public Agreement lockReferred(Reference reference) {
    return locked(reference).orElseThrow(() -> unknown(reference.toString()));
  }

  private Optional<Agreement> locked(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id(), LockModeType.PESSIMISTIC_WRITE)
        : find("externalId", reference.externalId())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional();
  }

  /** As {@link #lock(Ref)}, of one that was read before. */
  public Agreement lock(Agreement agreement) {
    getEntityManager().refresh(agreement, LockModeType.PESSIMISTIC_WRITE);
    return agreement;
  }

  /** Gives the agreement a new version though only what goes with it changed. */
  public void touch(Agreement agreement) {
    getEntityManager().lock(agreement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  /** Writes new ones together, past the session: it does not hold them afterwards. */
  void insert(Collection<Agreement> signed) {
    if (!signed.isEmpty()) {
      database.copy(new CopiedRows<>(COLUMNS, signed, VALUES));
    }
  }

  /** Those of the given external ids that exist, in one query. */
  public Map<String, Agreement> byExternalIds(Collection<String> externalIds) {
    return NamedRows.of(getEntityManager(), Agreement.class, externalIds).stream()
        .collect(Collectors.toMap(Agreement::externalId, Function.identity()));
  }

  /** What a line of an import needs of the agreement that it names. */
  public record Named(UUID id, String externalId, LocalDate startsOn) {}

  /** As {@link #byExternalIds}, past the session. */
  public Map<String, Named> named(Collection<String> externalIds) {
    return database
        .sql("select id, external_id, starts_on from agreement where external_id = any(:keys)")
        .bind("keys", externalIds)
        .list(Named.class)
        .stream()
        .collect(Collectors.toMap(Named::externalId, Function.identity()));
  }

  /** An agreement that has ended, as it is now. */
  public record Ended(UUID id, UUID customerId, LocalDate startsOn, long version) {
    public static Ended of(Agreement agreement) {
      return new Ended(agreement.id, agreement.customerId, agreement.startsOn, agreement.version);
    }
  }

  /**
   * Ends agreements that run or are still to begin, past the session; none that has ended.
   *
   * @param ends when each of them ends
   * @return those that ended, once the trip has been sent
   */
  public Rows<Ended> end(RoundTrip trip, Map<UUID, Instant> ends) {
    trip.bindColumn("endedAgreements", ends.keySet(), id -> id)
        .bindColumn("endedAt", ends.values(), at -> at);
    return trip.query(END, Ended.class);
  }

  public List<Agreement> ofCustomer(UUID customerId) {
    return list("customerId", customerId);
  }

  public List<Agreement> activeOf(UUID customerId) {
    return list("customerId = ?1 and cancelledAt is null", customerId);
  }

  /** The active ones that a technician usually serves, or is to take over. */
  public List<UUID> usuallyServedBy(UUID technicianId) {
    return database
        .sql("select id from %s g where cancelled_at is null order by id".formatted(SERVED))
        .bind("technician", technicianId)
        .list(UUID.class);
  }

  /**
   * An agreement that nobody visits until its customer says so.
   *
   * @param nextFrom since when somebody is to take over; null if nobody is yet
   */
  public record Resting(UUID id, long version, UUID customerId, Instant nextFrom) {}

  /** Those of a technician that are paused until somebody says otherwise, and not over by a day. */
  public List<Resting> restingWith(UUID technicianId, LocalDate day) {
    return database
        .sql(
            """
            select id, version, customer_id,
              case when next_technician_id is not null then next_from end as next_from
            from %s g
            where cancelled_at is null and paused_from is not null and paused_until is null
              and (ends_on is null or ends_on >= :day)
            order by id
            """
                .formatted(SERVED))
        .bind("technician", technicianId)
        .bind("day", day)
        .list(Resting.class);
  }

  /**
   * Somebody comes for good once the agreement goes on.
   *
   * @return false if it is no longer paused until somebody says otherwise, or is over
   */
  public boolean handOverResting(UUID id, UUID technicianId, Instant from) {
    Agreement agreement = lock(Ref.of(id));
    if (!agreement.isPausedWithoutEnd(calendar.today())) {
      return false;
    }
    agreement.handOver(technicianId, from);
    return true;
  }

  /**
   * Those of these that are active still, in one order; nobody else changes them until the
   * transaction ends.
   */
  public List<Agreement> lockActive(Collection<UUID> ids) {
    return find("id in ?1 and cancelledAt is null order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * Some that have no visits beyond the day; those that another copy of us holds are left to it.
   */
  public List<Agreement> plannedBefore(LocalDate day, int limit) {
    return find("cancelledAt is null and plannedUntil < ?1 order by plannedUntil, id", day)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", LockOptions.SKIP_LOCKED)
        .page(0, limit)
        .list();
  }

  /**
   * What an agreement is worth.
   *
   * @param priceAmount of a visit; null while nobody has said it
   */
  public record Worth(
      UUID id,
      BigDecimal priceAmount,
      String priceCurrency,
      BigDecimal visitIntervalDays,
      LocalDate startsOn) {}

  public List<Worth> worth(Collection<UUID> ids) {
    return database
        .sql(
            """
            select id, price_amount, price_currency, visit_interval_days, starts_on from agreement
            where id = any(:ids)
            """)
        .bind("ids", ids)
        .list(Worth.class);
  }

  /** One as it reads now; what the running transaction has changed is flushed. */
  AgreementView view(Ref ref) {
    return database
        .list(VIEWS)
        .where("a.id = :id", "id", ref.id().orElse(null))
        .where("a.external_id = :externalId", "externalId", ref.externalId().orElse(null))
        .list(AgreementView.class, "a.id", 1)
        .stream()
        .findFirst()
        .map(AgreementView::withWarning)
        .orElseThrow(() -> missing(Reference.of(ref)));
  }

  Page<AgreementView> page(AgreementFilter filter, PageRequest page) {
    var list =
        database.list(VIEWS).where("a.external_id = :externalId", "externalId", filter.externalId);
    CustomerCopies.narrow(list, "a.customer_id", filter.customerId);
    Reference.narrow(list, "a.usual_technician_id", filter.technicianId, Technicians.ID_BY_KEY);
    if (filter.state != null) {
      list.where(
          "a.cancelled_at is " + (filter.state == AgreementState.ACTIVE ? "null" : "not null"));
    }
    if (filter.endingBefore != null) {
      list.where("a.cancelled_at is null")
          .where("a.ends_on >= :today", "today", calendar.today())
          .where("a.ends_on <= :endingBefore", "endingBefore", filter.endingBefore);
    }
    page.after().ifPresent(key -> list.where("a.id > :afterId", "afterId", key.uuid(0)));
    return Page.of(
        list.list(AgreementView.class, "a.id", page.limit() + 1),
        page,
        agreement -> Key.of(agreement.id()),
        AgreementView::withWarning);
  }
}
