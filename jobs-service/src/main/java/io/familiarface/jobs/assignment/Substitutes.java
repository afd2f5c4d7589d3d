package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.listing.Row;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ranks who could come to a visit instead. */
@ApplicationScoped
class Substitutes {
  private static final int SHOWN = 20;
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private static final String AVAILABLE =
      """
      select t.id, t.external_id, t.name, t.branch,
        array_to_string(t.skills, chr(31)) as skills,
        h.visits_here, h.last_here_on,
        (select count(*) from visit d where d.technician_id = t.id
           and d.scheduled_on = :day and d.state = 'PLANNED') as visits_that_day
      from technician t
      left join (select technician_id, count(*) as visits_here, max(scheduled_on) as last_here_on
                 from visit where customer_id = :customer and state = 'COMPLETED'
                 group by technician_id) h on h.technician_id = t.id
      where t.id <> :current
        and (t.hired_on is null or t.hired_on <= :day)
        and (t.left_on is null or t.left_on >= :day)
        and not exists (select 1 from absence a where a.technician_id = t.id
          and a.from_on <= :day and a.until_on >= :day)
      """;

  private final EntityManager em;
  private final Visits visits;
  private final Technicians technicians;
  private final CustomerCopies customers;

  Substitutes(EntityManager em, Visits visits, Technicians technicians, CustomerCopies customers) {
    this.em = em;
    this.visits = visits;
    this.technicians = technicians;
    this.customers = customers;
  }

  SubstituteView.Ranking rank(Ref ref) {
    Visit visit = visits.get(ref);
    String branch =
        customers.find(visit.customerId()).map(copy -> copy.customer().branch()).orElse(null);
    Set<String> wanted = skillsWanted(visit);
    List<?> rows =
        em.createNativeQuery(AVAILABLE, Tuple.class)
            .setParameter("day", visit.scheduledOn())
            .setParameter("customer", visit.customerId())
            .setParameter(
                "current",
                visit.technicianId() == null ? UUID.fromString(NOBODY) : visit.technicianId())
            .getResultList();
    return new SubstituteView.Ranking(
        rows.stream()
            .map(row -> candidate(new Row((Tuple) row), branch, wanted))
            .sorted(
                Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::name))
            .limit(SHOWN)
            .map(SubstituteView::from)
            .toList());
  }

  private Set<String> skillsWanted(Visit visit) {
    UUID planned = visit.plannedTechnicianId();
    Technician technician = planned == null ? null : technicians.byId(planned);
    return technician == null ? Set.of() : Set.copyOf(technician.skills());
  }

  private static Candidate candidate(Row row, String branch, Set<String> wanted) {
    Set<String> skills = new HashSet<>(List.of(row.text("skills").split("\u001f")));
    skills.retainAll(wanted);
    return new Candidate(
        row.uuid("id"),
        row.text("external_id"),
        row.text("name"),
        (int) row.numberOrZero("visits_here"),
        row.date("last_here_on"),
        branch != null && branch.equals(row.text("branch")),
        skills,
        wanted.size(),
        (int) row.number("visits_that_day"));
  }
}
