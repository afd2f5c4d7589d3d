package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The visits, for those who change them; {@link VisitViews} are for those who read them. */
@ApplicationScoped
public class Visits implements PanacheRepositoryBase<Visit, UUID> {
  private final Database database;

  Visits(Database database) {
    this.database = database;
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

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  Optional<Visit> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  List<Visit> byExternalIds(Collection<String> externalIds) {
    return list("externalId in ?1", externalIds);
  }

  /** Those that no other system has named, scheduled between two instants; none withdrawn. */
  List<Visit> withoutExternalId(Collection<UUID> agreementIds, Instant from, Instant to) {
    return list(
        """
        agreementId in ?1 and externalId is null and scheduledAt between ?2 and ?3
        and state <> WITHDRAWN
        """,
        agreementIds,
        from,
        to);
  }

  Optional<Visit> inSlot(UUID agreementId, LocalDate slotOn) {
    return find("agreementId = ?1 and slotOn = ?2", agreementId, slotOn).firstResultOptional();
  }

  /** The slots of these agreements that visits have claimed, in one query. */
  List<Slot> claimedSlots(Collection<UUID> agreementIds) {
    return find("agreementId in ?1 and slotOn is not null", agreementIds)
        .project(Slot.class)
        .list();
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

  /** How many visits a technician has on a day. */
  public record Workload(UUID technicianId, int visits) {}

  /** Of those who have any visit planned on the day. */
  public List<Workload> workload(LocalDate day, Collection<UUID> technicianIds) {
    return database
        .sql(
            """
            select technician_id, count(*) as visits from visit
            where technician_id = any(:technicians) and scheduled_on = :day and state = 'PLANNED'
            group by technician_id
            """)
        .bind("technicians", technicianIds)
        .bind("day", day)
        .list(Workload.class);
  }
}
