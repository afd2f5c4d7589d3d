package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.listing.Listing;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agreements with customers. */
@ApplicationScoped
public class Agreements {
  private final EntityManager em;

  Agreements(EntityManager em) {
    this.em = em;
  }

  /** The agreement named in a path. */
  public Agreement get(Ref ref) {
    return find(Reference.of(ref))
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_AGREEMENT.because(
                    "There is no agreement %s.".formatted(Reference.of(ref))));
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

  public Agreement byId(UUID id) {
    return em.find(Agreement.class, id);
  }

  /** As it stands in the database now, and nobody else changes it until the transaction ends. */
  public Agreement locked(Agreement agreement) {
    em.refresh(agreement, LockModeType.PESSIMISTIC_WRITE);
    return agreement;
  }

  Optional<Agreement> find(Reference reference) {
    return reference.id() != null
        ? Optional.ofNullable(byId(reference.id()))
        : em.createQuery("from Agreement where externalId = :key", Agreement.class)
            .setParameter("key", reference.externalId())
            .getResultStream()
            .findFirst();
  }

  /** Those of the given external ids that exist, in one query. */
  public Map<String, Agreement> byExternalIds(Collection<String> externalIds) {
    return em.createQuery("from Agreement where externalId in :keys", Agreement.class)
        .setParameter("keys", externalIds)
        .getResultStream()
        .collect(Collectors.toMap(Agreement::externalId, Function.identity()));
  }

  public List<Agreement> activeOf(UUID customerId) {
    return em.createQuery(
            "from Agreement where customerId = :customer and cancelledAt is null", Agreement.class)
        .setParameter("customer", customerId)
        .getResultList();
  }

  /**
   * Some that have no visits beyond the day; those that another copy of us holds are left to it.
   */
  public List<Agreement> toPlanBefore(LocalDate day, int limit) {
    return List.copyOf(
        em.createNativeQuery(
                """
                select * from agreement
                where cancelled_at is null and planned_until < :day
                order by planned_until, id limit :limit
                for update skip locked
                """,
                Agreement.class)
            .setParameter("day", day)
            .setParameter("limit", limit)
            .getResultList());
  }

  List<Agreement> page(AgreementFilter filter, PageRequest page) {
    return new Listing("select * from agreement")
        .where("external_id = :externalId", "externalId", filter.externalId)
        .refersTo("customer_id", "customer_copy", filter.customerId)
        .refersTo("usual_technician_id", "technician", filter.technicianId)
        .when(filter.state == AgreementState.ACTIVE, "cancelled_at is null")
        .when(filter.state == AgreementState.CANCELLED, "cancelled_at is not null")
        .after(page.after(), "id > :afterId", key -> Map.of("afterId", key.uuid(0)))
        .entities(em, Agreement.class, "id", page.limit() + 1);
  }

  void add(Agreement agreement) {
    em.persist(agreement);
  }

  public void flush() {
    em.flush();
  }
}
