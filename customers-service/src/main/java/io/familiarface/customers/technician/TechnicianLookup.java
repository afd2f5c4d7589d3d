package io.familiarface.customers.technician;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

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
        neighbours
            .lookup(
                "jobs", "technicians", Technician.class, CustomersProblem.JOBS_SERVICE_UNREACHABLE)
            .whenFound(technicians::remember);
  }

  /**
   * Adds to a round trip who is named by one of the two, as our copy has them; asks nothing, and
   * answers empty, when neither is given. The answer is there when the trip has been sent, and is
   * 422 when there is no such technician.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when both are given
   */
  public Supplier<Optional<Technician>> named(RoundTrip trip, UUID id, String externalId) {
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/technicianExternalId", "Give technicianId or technicianExternalId, not both.");
    }
    if (id != null) {
      var found = TechnicianCopies.withId(trip, id);
      return () -> required(found, "/technicianId", id.toString());
    }
    if (externalId != null) {
      var found = TechnicianCopies.withExternalId(trip, externalId);
      return () -> required(found, "/technicianExternalId", externalId);
    }
    return Optional::empty;
  }

  private static Optional<Technician> required(Rows<Technician> found, String pointer, String key) {
    return Optional.of(found.first().orElseThrow(() -> unknown(pointer, key)));
  }

  /**
   * The ids of the technicians with these external ids, as far as there are any. To be called
   * outside of any transaction, which would hold a connection while it waits for jobs-service.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when that can't be found out now
   */
  public Map<String, UUID> idsOf(Collection<String> externalIds) {
    Map<String, UUID> known = new HashMap<>(technicians.idsOf(externalIds));
    jobs.byExternalIds(externalIds.stream().filter(key -> !known.containsKey(key)).toList())
        .forEach((key, technician) -> known.put(key, technician.id()));
    return known;
  }

  /** Asks for a technician whom our copy doesn't know, and remembers who that is. */
  void learn(NamesTechnician body) {
    UUID id = body.technicianId();
    String externalId = body.technicianExternalId();
    if (id != null && externalId == null && technicians.find(id).isEmpty()) {
      jobs.byId(id);
    } else if (id == null && externalId != null && technicians.find(externalId).isEmpty()) {
      jobs.byExternalId(externalId);
    }
  }

  /** 422: there is no such technician. */
  public static RuntimeException unknown(String pointer, String key) {
    return CustomersProblem.UNKNOWN_TECHNICIAN.at(
        pointer, "There is no technician '" + key + "'. Add them in jobs-service first.");
  }
}
