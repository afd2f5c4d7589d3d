package io.familiarface.customers.card;

import io.familiarface.customers.decision.Substitution;
import io.familiarface.customers.technician.Technician;
import io.familiarface.customers.technician.TechnicianCopies;
import io.familiarface.customers.visit.Came;
import io.familiarface.customers.visit.PlannedVisit;
import io.familiarface.customers.visit.RunningAgreement;
import io.familiarface.customers.visit.VisitFigures;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of a card that tells who comes, and who came instead. */
@ApplicationScoped
class VisitsOnCard {
  private static final int SUBSTITUTIONS_SHOWN = 5;
  private static final int VISITS_SHOWN = 3;
  private static final int FACES_SHOWN = 10;
  private static final Period WINDOW = Period.ofMonths(12);

  private final Clock clock;
  private final ZoneId zone;

  VisitsOnCard(Clock clock, @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** What is known when the round trip has been sent. */
  record Found(
      Rows<RunningAgreement> agreements,
      Rows<PlannedVisit> planned,
      Rows<Substitution> substitutions,
      Rows<Came> came,
      Rows<Technician> technicians) {}

  Found ask(RoundTrip trip) {
    Instant now = clock.instant();
    return new Found(
        VisitHistory.runningAgreements(trip),
        VisitHistory.plannedVisits(trip, startOfDay(now), VISITS_SHOWN),
        VisitHistory.latestSubstitutions(trip, SUBSTITUTIONS_SHOWN),
        VisitHistory.whoCame(trip, now.atZone(zone).minus(WINDOW).toInstant(), now),
        TechnicianCopies.among(trip, VisitHistory.TECHNICIANS_OF_CUSTOMER));
  }

  /** Somebody may still come until the day is over, or until it is told how the visit went. */
  private Instant startOfDay(Instant now) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  Card.Visits from(Found found) {
    Map<UUID, Technician> known =
        found.technicians().all().stream()
            .collect(Collectors.toMap(Technician::id, Function.identity()));
    List<UUID> usual =
        found.agreements().all().stream().map(RunningAgreement::usualTechnicianId).toList();
    return new Card.Visits(
        found.agreements().all().stream()
            .map(
                agreement ->
                    new Card.UsualTechnician(
                        agreement.agreementId(),
                        agreement.program(),
                        person(agreement.usualTechnicianId(), known)))
            .toList(),
        found.planned().all().stream()
            .map(
                visit ->
                    new Card.ComingVisit(
                        visit.visitId(),
                        visit.scheduledAt(),
                        visit.anyTime(),
                        person(visit.technicianId(), known),
                        usual.contains(visit.technicianId()),
                        isAway(visit, known),
                        visit.customerTold()))
            .toList(),
        found.substitutions().all().stream().map(one -> change(one, known)).toList(),
        faces(found.came().all().stream().filter(one -> one.visits() > 0).toList(), known));
  }

  private static Card.Faces faces(List<Came> came, Map<UUID, Technician> known) {
    int visits = came.stream().mapToInt(Came::visits).sum();
    return new Card.Faces(
        WINDOW.toString(),
        came.size(),
        visits,
        visits == 0 ? null : (double) came.get(0).visits() / visits,
        came.size()
            + (came.size() == 1 ? " technician in " : " technicians in ")
            + visits
            + (visits == 1 ? " visit" : " visits")
            + " within 12 months.",
        came.stream()
            .limit(FACES_SHOWN)
            .map(
                one ->
                    new Card.Face(
                        person(one.technicianId(), known),
                        one.visits(),
                        one.firstAt(),
                        one.lastAt()))
            .toList());
  }

  Card.OurView ourView(Found found) {
    VisitFigures figures = VisitFigures.of(found.came().all());
    return new Card.OurView(
        figures.completed(),
        figures.missed(),
        figures.onTimeShare(),
        figures.technicians(),
        figures.lastVisitAt());
  }

  private boolean isAway(PlannedVisit visit, Map<UUID, Technician> known) {
    Technician technician = known.get(visit.technicianId());
    return technician != null
        && technician.isAwayOn(visit.scheduledAt().atZone(zone).toLocalDate());
  }

  private static Card.TechnicianChange change(Substitution one, Map<UUID, Technician> known) {
    return new Card.TechnicianChange(
        one.visitId(),
        one.at(),
        person(one.from(), known),
        person(one.to(), known),
        one.reason(),
        one.permanence(),
        one.customerTold(),
        one.introduced(),
        one.effect());
  }

  private static Card.Person person(UUID id, Map<UUID, Technician> known) {
    if (id == null) {
      return null;
    }
    Technician technician = known.get(id);
    return technician == null
        ? new Card.Person(id, null, List.of())
        : new Card.Person(id, technician.name(), technician.skills());
  }
}
