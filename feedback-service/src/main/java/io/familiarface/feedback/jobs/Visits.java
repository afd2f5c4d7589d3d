package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the visit that somebody speaks of: in the own copy first, else at jobs-service. */
@ApplicationScoped
public class Visits {
  /** What another package may join: the program of the agreement that a visit belongs to. */
  public static final String PROGRAMS =
      """
      (select v.id as visit_id, a.program
       from visit_copy v join agreement_copy a on a.id = v.agreement_id)\
      """;

  /**
   * Where each day begins first: what another system dates by the day alone is often at midnight of
   * another zone, and is not to be of the day before for that.
   */
  private static final ZoneOffset AHEAD_OF_ALL = ZoneOffset.ofHours(14);

  private final Database database;
  private final VisitCopies copies;
  private final NeighbourLookup<Known> owner;
  private final Clock clock;
  private final ZoneId zone;

  Visits(
      Database database,
      VisitCopies copies,
      Neighbours neighbours,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.database = database;
    this.copies = copies;
    this.clock = clock;
    this.zone = zone;
    this.owner = neighbours.lookup("jobs", "visits", Known.class, FeedbackProblem.NEIGHBOUR_AWAY);
  }

  /**
   * A visit and whose it is.
   *
   * @param state {@code PLANNED} while it is to come; then {@code OVER} by the own copy, and by
   *     jobs-service {@code COMPLETED} or what else became of it
   */
  public record Known(UUID id, UUID customerId, Instant scheduledAt, String state) {
    static Known of(VisitCopy visit) {
      return new Known(visit.id(), visit.customerId(), visit.scheduledAt(), visit.state().name());
    }
  }

  /** Whether its day, where the company is, is still to come, so that nobody can say how it was. */
  private boolean isAhead(Known visit) {
    return "PLANNED".equals(visit.state)
        && visit.scheduledAt != null
        && dayOf(visit.scheduledAt).isAfter(dayOf(clock.instant()));
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /**
   * Refuses what cannot be said yet of a visit, or could not be said when it is told to have been:
   * jobs-service lets no visit take place before its day. One that never took place, as it was
   * called off before, may be spoken of since then.
   *
   * @param said when it was said
   * @param pointer to what names the visit
   */
  public void requireBegun(Known visit, Instant said, String pointer) {
    if (isAhead(visit)) {
      throw FeedbackProblem.VISIT_AHEAD.at(
          pointer,
          "This visit is planned for "
              + dayOf(visit.scheduledAt)
              + ": nobody can say yet how it was. Leave the visit or the marks out.");
    }
    if (visit.scheduledAt != null
        && dayOf(visit.scheduledAt).isAfter(said.atOffset(AHEAD_OF_ALL).toLocalDate())
        && tookPlaceAfter(visit, said)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/at",
          "The visit was on "
              + dayOf(visit.scheduledAt)
              + ": before that day nobody could say how it was. Leave the visit or the marks out,"
              + " or say when it was said.");
    }
  }

  private boolean tookPlaceAfter(Known visit, Instant said) {
    return switch (visit.state) {
      case "PLANNED", "COMPLETED" -> true;
      case "OVER" ->
          database
              .sql(
                  """
              select exists (select 1 from %s v
                where v.customer_id = :customer and v.at > :said and v.visit_id = :visit)
              """
                      .formatted(Signals.VISITS))
              .bind("customer", visit.customerId)
              .bind("said", said)
              .bind("visit", visit.id)
              .one(Boolean.class);
      default -> false;
    };
  }

  /**
   * The visit that a body names by at most one of two fields, of the customer it speaks of.
   *
   * @return null when it names none
   */
  public UUID resolve(UUID id, String externalId, UUID customer) {
    Known visit = known(id, externalId, customer);
    return visit == null ? null : visit.id();
  }

  /** The same, with what is known of it. */
  public Known known(UUID id, String externalId, UUID customer) {
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
  public static Known ofCustomer(
      Optional<Known> visit, UUID customer, String pointer, String named) {
    Known known =
        visit.orElseThrow(
            () -> FeedbackProblem.UNKNOWN_VISIT.at(pointer, "There is no visit " + named + "."));
    if (!known.customerId().equals(customer)) {
      throw FeedbackProblem.UNKNOWN_VISIT.at(
          pointer, "Visit " + named + " was to another customer.");
    }
    return known;
  }

  /** Looks up many at once; those nobody knows are missing from the answer. */
  public Map<String, Known> byExternalIds(Collection<String> externalIds) {
    Map<String, Known> found = new HashMap<>();
    copies.byExternalIds(externalIds).forEach((key, visit) -> found.put(key, Known.of(visit)));
    Set<String> unknown = new HashSet<>(externalIds);
    unknown.removeAll(found.keySet());
    found.putAll(owner.byExternalIds(unknown));
    return found;
  }

  /** When a visit that is not ahead is or was to take place; empty where nobody knows here. */
  public Optional<Instant> begunAt(UUID id) {
    return copies.byId(id).map(Known::of).filter(visit -> !isAhead(visit)).map(Known::scheduledAt);
  }

  /** As {@link #requireBegun}; false where nobody knows here. */
  public boolean isAhead(UUID id) {
    return copies.byId(id).map(Known::of).filter(this::isAhead).isPresent();
  }

  private Optional<Known> byId(UUID id) {
    return copies.byId(id).map(Known::of).or(() -> owner.byId(id));
  }
}
