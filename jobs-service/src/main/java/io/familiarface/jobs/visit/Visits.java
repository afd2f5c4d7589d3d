package io.familiarface.jobs.visit;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The visits, for those who change them. */
@ApplicationScoped
public class Visits {
  private final EntityManager em;

  Visits(EntityManager em) {
    this.em = em;
  }

  /** The visit named in a path. */
  public Visit get(Ref ref) {
    return find(Reference.of(ref))
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_VISIT.because(
                    "There is no visit %s.".formatted(Reference.of(ref))));
  }

  /** As it stands in the database now, and nobody else changes it until the transaction ends. */
  public Visit locked(Ref ref) {
    Visit visit = get(ref);
    em.refresh(visit, LockModeType.PESSIMISTIC_WRITE);
    return visit;
  }

  Optional<Visit> find(Reference reference) {
    return reference.id() != null
        ? Optional.ofNullable(em.find(Visit.class, reference.id()))
        : em.createQuery("from Visit where externalId = :key", Visit.class)
            .setParameter("key", reference.externalId())
            .getResultStream()
            .findFirst();
  }

  List<Visit> byExternalIds(Collection<String> externalIds) {
    return em.createQuery("from Visit where externalId in :keys", Visit.class)
        .setParameter("keys", externalIds)
        .getResultList();
  }

  /** Those that no other system has named, scheduled between two instants; none withdrawn. */
  List<Visit> unnamed(Collection<UUID> agreementIds, Instant from, Instant to) {
    return em.createQuery(
            """
            from Visit where agreementId in :agreements and externalId is null
            and scheduledAt between :from and :to and state <> WITHDRAWN
            """,
            Visit.class)
        .setParameter("agreements", agreementIds)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  Optional<Visit> inSlot(UUID agreementId, LocalDate slotOn) {
    return em.createQuery(
            "from Visit where agreementId = :agreement and slotOn = :slot", Visit.class)
        .setParameter("agreement", agreementId)
        .setParameter("slot", slotOn)
        .getResultStream()
        .findFirst();
  }

  /** The slots of these agreements that visits have claimed, in one query. */
  List<Slot> takenSlots(Collection<UUID> agreementIds) {
    return em.createQuery(
            """
            select agreementId, slotOn, id from Visit
            where agreementId in :agreements and slotOn is not null
            """,
            Slot.class)
        .setParameter("agreements", agreementIds)
        .getResultList();
  }

  /** A day of an agreement's rule, and the visit that stands for it. */
  record Slot(UUID agreementId, LocalDate on, UUID visitId) {}

  public List<LocalDate> slotsFrom(UUID agreementId, LocalDate day) {
    return em.createQuery(
            "select slotOn from Visit where agreementId = :agreement and slotOn >= :day",
            LocalDate.class)
        .setParameter("agreement", agreementId)
        .setParameter("day", day)
        .getResultList();
  }

  /** Visits of an agreement still to come after an instant, in order of time. */
  public List<Visit> plannedAfter(UUID agreementId, Instant after) {
    return em.createQuery(
            """
            from Visit where agreementId = :agreement and scheduledAt > :after
            and state = PLANNED order by scheduledAt, id
            """,
            Visit.class)
        .setParameter("agreement", agreementId)
        .setParameter("after", after)
        .getResultList();
  }

  /** The last hand-over for good of an agreement before an instant. */
  Optional<Visit> lastHandOverBefore(UUID agreementId, Instant before) {
    return em.createQuery(
            """
            from Visit where agreementId = :agreement and permanence = FOR_GOOD
            and state in (PLANNED, COMPLETED) and scheduledAt < :before
            order by scheduledAt desc
            """,
            Visit.class)
        .setParameter("agreement", agreementId)
        .setParameter("before", before)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public void add(Visit visit) {
    em.persist(visit);
  }

  Visit byId(UUID id) {
    return em.find(Visit.class, id);
  }

  public void flush() {
    em.flush();
  }
}
