package io.familiarface.jobs.substitute;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.assignment.BrokenPromises;
import io.familiarface.jobs.assignment.Impact;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Notice;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitSettings;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ranks who could come to a visit instead, and says of the others why they can't. */
@ApplicationScoped
class Substitutes {
  private static final int SHOWN = 20;
  private static final int REFUSED_SHOWN = 100;

  private final Visits visits;
  private final Rosters rosters;
  private final CustomerCopies customers;
  private final RiskForecast forecast;
  private final CompanyCalendar calendar;
  private final VisitSettings settings;

  Substitutes(
      Visits visits,
      Rosters rosters,
      CustomerCopies customers,
      RiskForecast forecast,
      CompanyCalendar calendar,
      VisitSettings settings) {
    this.visits = visits;
    this.rosters = rosters;
    this.customers = customers;
    this.forecast = forecast;
    this.calendar = calendar;
    this.settings = settings;
  }

  /** What is known here, before feedback-service is asked. */
  record Prepared(
      UUID visitId,
      UUID customerId,
      boolean customerKnown,
      List<SubstituteRank> candidates,
      List<RiskForecast.Question> questions,
      List<SubstituteView.Refused> refused) {}

  @Transactional
  Prepared prepare(Ref ref) {
    Visit visit = visits.get(ref);
    visit.requirePlanned();
    Optional<CustomerState> customer =
        customers.find(visit.customerId()).map(CustomerCopies.Copy::customer);
    List<RosterEntry> roster = rosters.between(visit.scheduledOn(), visit.scheduledOn());
    Map<UUID, Visits.Familiarity> familiarity =
        visits.familiarity(visit.customerId()).stream()
            .collect(Collectors.toMap(Visits.Familiarity::technicianId, Function.identity()));
    VisitDemand demand = demand(visit, roster);
    ChangeReason reason = reason(visit, roster);
    List<SubstituteRank> candidates = new ArrayList<>();
    List<SubstituteView.Refused> refused = new ArrayList<>();
    for (RosterEntry who : roster) {
      Optional<SendingRule.Refusal> refusal = SendingRule.refusal(who, demand);
      if (refusal.isPresent()) {
        refused.add(SubstituteView.Refused.of(who, refusal.get()));
      } else if (!who.technicianId().equals(visit.technicianId())) {
        candidates.add(
            new SubstituteRank(
                candidate(who, familiarity.get(who.technicianId()), customer, demand),
                broken(visit, who, reason, customer),
                null));
      }
    }
    candidates.sort(SubstituteRank.BEST_FIRST);
    List<SubstituteRank> best = candidates.stream().limit(SHOWN).toList();
    refused.sort(
        Comparator.comparingInt(
            one ->
                -Optional.ofNullable(familiarity.get(one.technicianId()))
                    .map(Visits.Familiarity::visits)
                    .orElse(0)));
    return new Prepared(
        visit.id(),
        visit.customerId(),
        customer.isPresent(),
        best,
        best.stream().map(rank -> question(visit, rank, reason)).toList(),
        refused.stream().limit(REFUSED_SHOWN).toList());
  }

  /** Asks feedback-service once, outside of any transaction. */
  SubstituteView.Ranking rank(Prepared prepared) {
    Optional<List<RiskForecast.Answer>> answers = forecast.askAll(prepared.questions());
    boolean available = answers.isPresent();
    List<SubstituteRank> ranks = new ArrayList<>();
    for (int i = 0; i < prepared.candidates().size(); i++) {
      SubstituteRank rank = prepared.candidates().get(i);
      ranks.add(
          new SubstituteRank(
              rank.candidate(),
              rank.promisesBroken(),
              available ? answers.get().get(i).after() : null));
    }
    return new SubstituteView.Ranking(
        prepared.visitId(),
        available,
        missingParts(available, prepared.customerKnown()),
        answers
            .flatMap(all -> all.stream().findFirst())
            .map(RiskForecast.Answer::before)
            .orElse(null),
        ranks.stream().sorted(SubstituteRank.BEST_FIRST).map(SubstituteRank::view).toList(),
        prepared.refused());
  }

  private static String missingParts(boolean riskKnown, boolean customerKnown) {
    if (!riskKnown) {
      return "feedback-service can't be asked now, so the probabilities are missing, and the order"
          + " is by who is known and who fits. Ask again in a minute.";
    }
    return customerKnown
        ? null
        : "Nothing has been heard of this customer's promises yet, so they are missing.";
  }

  private VisitDemand demand(Visit visit, List<RosterEntry> roster) {
    Set<String> wanted =
        roster.stream()
            .filter(who -> who.technicianId().equals(visit.plannedTechnicianId()))
            .findFirst()
            .map(RosterEntry::skills)
            .orElse(Set.of());
    return new VisitDemand(
        visit.id(),
        visit.scheduledAt(),
        visit.scheduledOn(),
        calendar.timeOf(visit.scheduledAt()),
        visit.timeSaid(),
        settings.length(),
        wanted,
        visits.declinedBy(List.of(visit.customerId())).stream()
            .map(Visits.Declined::technicianId)
            .collect(Collectors.toSet()));
  }

  /** Why somebody else would come, as far as the roster knows. */
  private static ChangeReason reason(Visit visit, List<RosterEntry> roster) {
    if (visit.changeReason() != null) {
      return visit.changeReason();
    }
    Optional<RosterEntry> planned =
        roster.stream()
            .filter(who -> who.technicianId().equals(visit.plannedTechnicianId()))
            .findFirst();
    if (planned.isEmpty()) {
      return ChangeReason.OTHER;
    }
    if (planned.get().employment().leftOn() != null
        && planned.get().employment().leftOn().isBefore(visit.scheduledOn())) {
      return ChangeReason.LEFT_COMPANY;
    }
    return planned
        .get()
        .awayOn(visit.scheduledOn())
        .map(RosterEntry.Away::kind)
        .map(Substitutes::reason)
        .orElse(ChangeReason.REASSIGNED);
  }

  private static ChangeReason reason(AbsenceKind kind) {
    return switch (kind) {
      case SICK -> ChangeReason.SICK;
      case VACATION -> ChangeReason.VACATION;
      case TRAINING, OTHER -> ChangeReason.OTHER;
    };
  }

  private static Substitution substitution(Visit visit, UUID technicianId, ChangeReason reason) {
    Permanence permanence =
        reason == ChangeReason.LEFT_COMPANY ? Permanence.FOR_GOOD : Permanence.THIS_VISIT;
    return technicianId.equals(visit.plannedTechnicianId())
        ? new Substitution(technicianId, null, null, Notice.UNKNOWN)
        : new Substitution(technicianId, reason, permanence, Notice.UNKNOWN);
  }

  private static List<Impact.BrokenPromise> broken(
      Visit visit, RosterEntry who, ChangeReason reason, Optional<CustomerState> customer) {
    Substitution change = substitution(visit, who.technicianId(), reason);
    return customer
        .map(
            known ->
                BrokenPromises.by(visit.plannedTechnicianId(), visit.scheduledAt(), change, known))
        .orElse(List.of());
  }

  private static RiskForecast.Question question(
      Visit visit, SubstituteRank rank, ChangeReason reason) {
    Substitution change = substitution(visit, rank.candidate().technicianId(), reason);
    return new RiskForecast.Question(
        visit.customerId(),
        new HypotheticalVisit(
            visit.agreementId(),
            change.technicianId(),
            visit.scheduledAt(),
            change.reason() == null ? null : change.reason().outside(),
            change.permanence() == null ? null : change.permanence().name(),
            null,
            null));
  }

  private SubstituteCandidate candidate(
      RosterEntry who,
      Visits.Familiarity familiarity,
      Optional<CustomerState> customer,
      VisitDemand demand) {
    Set<String> shared = new HashSet<>(who.skillsOn(demand.on()));
    shared.retainAll(demand.skillsWanted());
    String branch = customer.map(CustomerState::branch).orElse(null);
    return new SubstituteCandidate(
        who.technicianId(),
        who.externalId(),
        who.name(),
        familiarity == null ? 0 : familiarity.visits(),
        familiarity == null ? null : familiarity.lastOn(),
        branch != null && branch.equals(who.branch()),
        shared,
        demand.skillsWanted().size(),
        who.bookingsOn(demand.on(), calendar::dayOf));
  }
}
