package io.familiarface.jobs.technician;

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

/** The technicians and their absences. */
@ApplicationScoped
public class Technicians {
  private final EntityManager em;

  Technicians(EntityManager em) {
    this.em = em;
  }

  /** The technician named in a path. */
  public Technician get(Ref ref) {
    return find(Reference.of(ref))
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_TECHNICIAN.because(
                    "There is no technician %s.".formatted(Reference.of(ref))));
  }

  /** The technician a request body points at. */
  public Technician referred(Reference reference) {
    return find(reference).orElseThrow(() -> unknown(reference.toString()));
  }

  /** The one refusal for a technician nobody has told us of. */
  public static RuntimeException unknown(String key) {
    return JobsProblem.UNKNOWN_TECHNICIAN.because(
        "There is no technician %s. Create or import the technician first.".formatted(key));
  }

  public Technician byId(UUID id) {
    return em.find(Technician.class, id);
  }

  public Optional<Technician> find(Reference reference) {
    return reference.id() != null
        ? Optional.ofNullable(byId(reference.id()))
        : em.createQuery("from Technician where externalId = :key", Technician.class)
            .setParameter("key", reference.externalId())
            .getResultStream()
            .findFirst();
  }

  /** Those of the given external ids that exist, in one query. */
  public Map<String, Technician> byExternalIds(Collection<String> externalIds) {
    return em.createQuery("from Technician where externalId in :keys", Technician.class)
        .setParameter("keys", externalIds)
        .getResultStream()
        .collect(Collectors.toMap(Technician::externalId, Function.identity()));
  }

  Technician locked(Ref ref) {
    Technician technician = get(ref);
    em.refresh(technician, LockModeType.PESSIMISTIC_WRITE);
    return technician;
  }

  List<Technician> page(String externalId, String branch, LocalDate employedOn, PageRequest page) {
    return new Listing("select * from technician")
        .where("external_id = :externalId", "externalId", externalId)
        .where("branch = :branch", "branch", branch)
        .where(
            "(hired_on is null or hired_on <= :day) and (left_on is null or left_on >= :day)",
            "day",
            employedOn)
        .after(
            page.after(),
            "(name, id) > (:afterName, :afterId)",
            key -> Map.of("afterName", key.text(0), "afterId", key.uuid(1)))
        .entities(em, Technician.class, "name, id", page.limit() + 1);
  }

  public List<Absence> absencesOf(UUID technicianId) {
    return em.createQuery(
            "from Absence where technicianId = :id order by fromOn, id", Absence.class)
        .setParameter("id", technicianId)
        .getResultList();
  }

  public Optional<Absence> absenceOn(UUID technicianId, LocalDate day) {
    return absencesOf(technicianId).stream().filter(absence -> absence.covers(day)).findFirst();
  }

  void add(Technician technician) {
    em.persist(technician);
  }

  void add(Absence absence) {
    em.persist(absence);
  }

  void remove(Absence absence) {
    em.remove(absence);
  }

  /** Gives the technician a new version though only the absences changed. */
  void touch(Technician technician) {
    em.lock(technician, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  void flush() {
    em.flush();
  }
}
