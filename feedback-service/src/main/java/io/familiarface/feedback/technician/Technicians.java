package io.familiarface.feedback.technician;

import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds technicians: in the own copy first, else at jobs-service. */
@ApplicationScoped
public class Technicians {
  private final TechnicianCopies copies;
  private final TechnicianNames names;
  private final NeighbourLookup<Answer> owner;

  Technicians(TechnicianCopies copies, TechnicianNames names, Neighbours neighbours) {
    this.copies = copies;
    this.names = names;
    this.owner =
        neighbours
            .lookup("jobs", "technicians", Answer.class, FeedbackProblem.NEIGHBOUR_AWAY)
            .whenFound(found -> copies.store(found.stream().map(Answer::toCopy).toList()));
  }

  /** What jobs-service answers. */
  record Answer(UUID id, String externalId, String name, String branch, LocalDate leftOn) {

    TechnicianCopy toCopy() {
      return new TechnicianCopy(
          id, externalId, name, branch, leftOn, List.of(), List.of(), TechnicianCopy.ASKED_FOR);
    }
  }

  /**
   * The technician a body names by exactly one of two fields; 400 or 422 otherwise.
   *
   * @param pointer the JSON pointer of the object that names them
   */
  public TechnicianCopy resolve(UUID id, String externalId, String pointer) {
    if ((id == null) == (externalId == null)) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer + "/technicianId", "Give either technicianId or technicianExternalId.");
    }
    return id == null
        ? byExternalId(externalId)
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_TECHNICIAN.at(
                        pointer + "/technicianExternalId",
                        "There is no technician " + externalId + "."))
        : byId(id)
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_TECHNICIAN.at(
                        pointer + "/technicianId", "There is no technician " + id + "."));
  }

  /**
   * The technician that has been told of under this key; 422 otherwise. Nobody is asked.
   *
   * @param pointer the JSON pointer of the field that names them
   */
  public TechnicianCopy told(String externalId, String pointer) {
    return copies
        .byExternalId(externalId)
        .orElseThrow(
            () ->
                FeedbackProblem.UNKNOWN_TECHNICIAN.at(
                    pointer, "There is no technician " + externalId + "."));
  }

  /** The technician named in a path. */
  public TechnicianCopy get(Ref ref) {
    return ref.id()
        .map(this::byId)
        .orElseGet(() -> byExternalId(ref.externalId().orElseThrow()))
        .orElseThrow(
            () ->
                FeedbackProblem.NO_SUCH_TECHNICIAN.because("There is no technician " + ref + "."));
  }

  /** Names by id, null for those not known. */
  public Function<UUID, String> names() {
    return names.forOneAnswer();
  }

  /**
   * Reads the names with the round trip, if it has been a while; run the answer when that is sent.
   */
  public Runnable refreshNames(RoundTrip trip) {
    return names.refresh(trip);
  }

  /**
   * Which of them can come and when: those who still work here, with the first instant from the
   * given one on, at the same time of day, without an absence.
   */
  public Map<UUID, Instant> availableFrom(
      Collection<UUID> technicians, Instant instant, ZoneId zone) {
    if (technicians.isEmpty()) {
      return Map.of();
    }
    ZonedDateTime wanted = instant.atZone(zone);
    Map<UUID, Instant> available = new HashMap<>();
    for (TechnicianCopy technician : copies.byIds(technicians)) {
      LocalDate day = technician.presentFrom(wanted.toLocalDate());
      if (technician.worksHereOn(day)) {
        available.put(technician.id(), wanted.with(day).toInstant());
      }
    }
    return available;
  }

  private Optional<TechnicianCopy> byId(UUID id) {
    return copies.byId(id).or(() -> owner.byId(id).map(Answer::toCopy));
  }

  private Optional<TechnicianCopy> byExternalId(String externalId) {
    return copies
        .byExternalId(externalId)
        .or(() -> owner.byExternalId(externalId).map(Answer::toCopy));
  }
}
