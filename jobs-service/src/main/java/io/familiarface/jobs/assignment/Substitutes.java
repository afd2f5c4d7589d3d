package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ranks who could come to a visit instead. */
@ApplicationScoped
class Substitutes {
  private static final int SHOWN = 20;

  private final Visits visits;
  private final Technicians technicians;
  private final CustomerCopies customers;

  Substitutes(Visits visits, Technicians technicians, CustomerCopies customers) {
    this.visits = visits;
    this.technicians = technicians;
    this.customers = customers;
  }

  SubstituteView.Ranking rank(Ref ref) {
    Visit visit = visits.get(ref);
    String branch =
        customers.find(visit.customerId()).map(copy -> copy.customer().branch()).orElse(null);
    Set<String> wanted = wantedSkills(visit);
    List<Technician> present =
        technicians.presentOn(visit.scheduledOn()).stream()
            .filter(technician -> !technician.id().equals(visit.technicianId()))
            .toList();
    Map<UUID, Visits.Familiarity> familiarity =
        visits.familiarity(visit.customerId()).stream()
            .collect(Collectors.toMap(Visits.Familiarity::technicianId, Function.identity()));
    Map<UUID, Integer> workload =
        visits.workload(visit.scheduledOn(), present.stream().map(Technician::id).toList()).stream()
            .collect(Collectors.toMap(Visits.Workload::technicianId, Visits.Workload::visits));
    return new SubstituteView.Ranking(
        present.stream()
            .map(
                technician ->
                    candidate(
                        technician,
                        familiarity.get(technician.id()),
                        branch,
                        wanted,
                        workload.getOrDefault(technician.id(), 0)))
            .sorted(
                Comparator.comparingInt(SubstituteCandidate::score)
                    .reversed()
                    .thenComparing(SubstituteCandidate::name))
            .limit(SHOWN)
            .map(SubstituteView::of)
            .toList());
  }

  private Set<String> wantedSkills(Visit visit) {
    UUID planned = visit.plannedTechnicianId();
    Technician technician = planned == null ? null : technicians.findById(planned);
    return technician == null ? Set.of() : Set.copyOf(technician.skills());
  }

  private static SubstituteCandidate candidate(
      Technician technician,
      Visits.Familiarity familiarity,
      String branch,
      Set<String> wanted,
      int visitsThatDay) {
    Set<String> shared = new HashSet<>(technician.skills());
    shared.retainAll(wanted);
    return new SubstituteCandidate(
        technician.id(),
        technician.externalId(),
        technician.name(),
        familiarity == null ? 0 : familiarity.visits(),
        familiarity == null ? null : familiarity.lastOn(),
        branch != null && branch.equals(technician.branch()),
        shared,
        wanted.size(),
        visitsThatDay);
  }
}
