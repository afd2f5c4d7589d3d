package io.familiarface.feedback.jobs;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the visit that somebody speaks of: in the own copy first, else at jobs-service. */
@ApplicationScoped
public class Visits {
  /** What another package may join: the program of the agreement that a visit belongs to. */
  public static final String PROGRAMS =
      """
      (select v.id as visit_id, a.program
       from visit_copy v join agreement_copy a on a.id = v.agreement_id)\
      """;

  private final VisitCopies copies;
  private final NeighbourLookup<Known> owner;

  Visits(VisitCopies copies, Neighbours neighbours) {
    this.copies = copies;
    this.owner = neighbours.lookup("jobs", "visits", Known.class, FeedbackProblem.NEIGHBOUR_AWAY);
  }

  /** A visit and whose it is. */
  public record Known(UUID id, UUID customerId) {}

  /**
   * The visit that a body names by at most one of two fields, of the customer it speaks of.
   *
   * @return null when it names none
   */
  public UUID resolve(UUID id, String externalId, UUID customer) {
    if (id == null && externalId == null) {
      return null;
    }
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/visitId", "Give visitId or visitExternalId, not both.");
    }
    String pointer = id == null ? "/visitExternalId" : "/visitId";
    Optional<Known> visit =
        id == null
            ? Optional.ofNullable(byExternalIds(Set.of(externalId)).get(externalId))
            : byId(id);
    return ofCustomer(visit, customer, pointer, id == null ? externalId : id.toString());
  }

  /** The visit found, if it is the customer's; 422 otherwise. */
  public static UUID ofCustomer(
      Optional<Known> visit, UUID customer, String pointer, String named) {
    Known known =
        visit.orElseThrow(
            () -> FeedbackProblem.UNKNOWN_VISIT.at(pointer, "There is no visit " + named + "."));
    if (!known.customerId().equals(customer)) {
      throw FeedbackProblem.UNKNOWN_VISIT.at(
          pointer, "Visit " + named + " was to another customer.");
    }
    return known.id();
  }

  /** Looks up many at once; those nobody knows are missing from the answer. */
  public Map<String, Known> byExternalIds(Collection<String> externalIds) {
    Map<String, Known> found = new HashMap<>();
    copies
        .byExternalIds(externalIds)
        .forEach((key, visit) -> found.put(key, new Known(visit.id(), visit.customerId())));
    Set<String> unknown = new HashSet<>(externalIds);
    unknown.removeAll(found.keySet());
    found.putAll(owner.byExternalIds(unknown));
    return found;
  }

  /** When a visit is or was to take place; empty where nobody knows here. */
  public Optional<Instant> scheduledAt(UUID id) {
    return copies.byId(id).map(VisitCopy::scheduledAt);
  }

  private Optional<Known> byId(UUID id) {
    return copies
        .byId(id)
        .map(visit -> new Known(visit.id(), visit.customerId()))
        .or(() -> owner.byId(id));
  }
}
