package io.familiarface.customers.card;

import io.familiarface.customers.question.Questions;
import io.familiarface.customers.question.Questions.Answer;
import io.familiarface.customers.technician.Technician;
import io.familiarface.customers.technician.Technicians;
import io.familiarface.customers.visit.CameInstead;
import io.familiarface.customers.visit.PlannedVisit;
import io.familiarface.customers.visit.RunningAgreement;
import io.familiarface.customers.visit.VisitFigures;
import io.familiarface.customers.visit.VisitHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of a card that tells who comes, and who came instead. */
@ApplicationScoped
class VisitsOnCard {

  private static final int CHANGES_SHOWN = 5;
  private static final int VISITS_SHOWN = 3;

  private final Technicians technicians;
  private final Clock clock;
  private final ZoneId zone;

  VisitsOnCard(
      Technicians technicians,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.technicians = technicians;
    this.clock = clock;
    this.zone = zone;
  }

  record Part(
      List<Card.UsualTechnician> usualTechnicians,
      List<Card.ComingVisit> comingVisits,
      List<Card.TechnicianChange> recentChanges,
      Card.OurView ourView) {}

  /** What has been asked and is answered when the questions are sent. */
  record Asked(
      Answer<RunningAgreement> agreements,
      Answer<PlannedVisit> coming,
      Answer<CameInstead> changes,
      Answer<VisitFigures> figures) {}

  Asked ask(Questions questions, UUID customerId) {
    return new Asked(
        questions.ask(VisitHistory.RUNNING_AGREEMENTS, customerId),
        questions.ask(
            VisitHistory.COMING,
            customerId,
            clock.instant().atOffset(ZoneOffset.UTC),
            VISITS_SHOWN),
        questions.ask(VisitHistory.LATEST_CHANGES, customerId, CHANGES_SHOWN),
        questions.ask(VisitHistory.FIGURES, customerId));
  }

  Part from(Asked asked) {
    var agreements = asked.agreements().all();
    var coming = asked.coming().all();
    var changes = asked.changes().all();
    var known = technicians.byId(named(agreements, coming, changes));
    var usual = usualOf(agreements);
    return new Part(
        agreements.stream()
            .map(
                agreement ->
                    new Card.UsualTechnician(
                        agreement.agreementId(),
                        agreement.program(),
                        person(agreement.usualTechnicianId(), known)))
            .toList(),
        coming.stream()
            .map(
                visit ->
                    new Card.ComingVisit(
                        visit.visitId(),
                        visit.scheduledAt(),
                        person(visit.technicianId(), known),
                        usual.contains(visit.technicianId()),
                        isAway(visit, known)))
            .toList(),
        changes.stream().map(change -> changeOf(change, known)).toList(),
        ourView(asked.figures().first().orElseThrow()));
  }

  private boolean isAway(PlannedVisit visit, Map<UUID, Technician> known) {
    Technician technician = visit.technicianId() == null ? null : known.get(visit.technicianId());
    return technician != null
        && technician.isAwayOn(visit.scheduledAt().atZone(zone).toLocalDate());
  }

  private static Card.TechnicianChange changeOf(CameInstead change, Map<UUID, Technician> known) {
    return new Card.TechnicianChange(
        change.visitId(),
        change.at(),
        person(change.from(), known),
        person(change.to(), known),
        change.reason(),
        change.permanence(),
        change.customerTold(),
        change.introduced(),
        change.effect());
  }

  private static Card.OurView ourView(VisitFigures figures) {
    return new Card.OurView(
        figures.completed(),
        figures.missed(),
        figures.onTimeShare(),
        figures.technicians(),
        figures.lastVisitAt());
  }

  private static Set<UUID> usualOf(List<RunningAgreement> agreements) {
    Set<UUID> usual = new HashSet<>();
    agreements.forEach(agreement -> usual.add(agreement.usualTechnicianId()));
    return usual;
  }

  private static Set<UUID> named(
      List<RunningAgreement> agreements, List<PlannedVisit> coming, List<CameInstead> changes) {
    Set<UUID> ids = usualOf(agreements);
    coming.forEach(visit -> ids.add(visit.technicianId()));
    changes.forEach(
        change -> {
          ids.add(change.from());
          ids.add(change.to());
        });
    ids.remove(null);
    return ids;
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
