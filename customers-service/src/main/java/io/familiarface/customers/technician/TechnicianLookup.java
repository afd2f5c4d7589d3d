package io.familiarface.customers.technician;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the technician that somebody names: in our copy, or by asking jobs-service when the copy
 * has not heard of them yet.
 */
@ApplicationScoped
public class TechnicianLookup {

  private final TechnicianCopies technicians;
  private final NeighbourLookup<Technician> jobs;

  TechnicianLookup(TechnicianCopies technicians, Neighbours neighbours) {
    this.technicians = technicians;
    this.jobs =
        neighbours.lookup(
            "jobs", "technicians", Technician.class, CustomersProblem.JOBS_SERVICE_UNREACHABLE);
  }

  /**
   * The technician named by one of the two, or empty when neither is given.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when both are given, 422 when there is
   *     no such technician, 503 when that can't be found out now
   */
  public Optional<Technician> named(UUID id, String externalId) {
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/technicianExternalId", "Give technicianId or technicianExternalId, not both.");
    }
    if (id != null) {
      return Optional.of(byId(id));
    }
    return Optional.ofNullable(externalId).map(this::byExternalId);
  }

  private Technician byId(UUID id) {
    return technicians
        .find(id)
        .or(() -> jobs.byId(id))
        .orElseThrow(() -> unknown("/technicianId", id.toString()));
  }

  private Technician byExternalId(String externalId) {
    return technicians
        .find(externalId)
        .or(() -> jobs.byExternalId(externalId))
        .orElseThrow(() -> unknown("/technicianExternalId", externalId));
  }

  private static RuntimeException unknown(String pointer, String key) {
    return CustomersProblem.UNKNOWN_TECHNICIAN.at(
        pointer, "There is no technician '" + key + "'. Add them in jobs-service first.");
  }
}
