package io.familiarface.feedback.report;

import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.CustomerStates;
import io.familiarface.feedback.assessment.StateAsOf;
import io.familiarface.feedback.feedback.Satisfaction;
import io.familiarface.feedback.jobs.PlannedVisits;
import io.familiarface.feedback.technician.Technicians;
import io.familiarface.feedback.words.Words;
import io.familiarface.risk.advice.Advice;
import io.familiarface.risk.advice.AdviceConstraints;
import io.familiarface.risk.advice.Adviser;
import io.familiarface.risk.advice.DueVisit;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.whatif.VisitConsequences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody looks at how likely a customer is to leave. */
@ApplicationScoped
class ReadingRisk {
  private final CustomerStates states;
  private final CurrentModel model;
  private final Satisfaction satisfaction;
  private final PlannedVisits planned;
  private final Technicians technicians;
  private final Words words;

  ReadingRisk(
      CustomerStates states,
      CurrentModel model,
      Satisfaction satisfaction,
      PlannedVisits planned,
      Technicians technicians,
      Words words) {
    this.states = states;
    this.model = model;
    this.satisfaction = satisfaction;
    this.planned = planned;
    this.technicians = technicians;
    this.words = words;
  }

  /** As of now, with what would help. */
  RiskView now(UUID customer, Integer horizonDays) {
    StateAsOf known = states.now(customer);
    return view(customer, known, horizonDays, possibilities(customer, known));
  }

  /** As of a past instant; what was possible then is not known any more. */
  RiskView at(UUID customer, Instant asOf, Integer horizonDays) {
    return view(customer, states.at(customer, asOf), horizonDays, AdviceConstraints.unknown());
  }

  /**
   * @param horizonDays null for the company's own
   */
  private RiskView view(
      UUID customer, StateAsOf known, Integer horizonDays, AdviceConstraints possible) {
    RiskEngine engine = model.engine();
    Wording wording = words.now();
    Assessment assessment =
        horizonDays == null
            ? engine.assess(known.state(), known.asOf(), wording)
            : engine.assess(known.state(), known.asOf(), horizonDays, wording);
    List<Advice> advice =
        new Adviser(engine).advise(known.state(), known.asOf(), possible, wording);
    return RiskView.of(
        customer, assessment, satisfaction.of(customer, known.asOf()), advice, engine.model());
  }

  /** Who can come is asked for the day of the visit, not for today. */
  private AdviceConstraints possibilities(UUID customer, StateAsOf known) {
    Optional<DueVisit> next =
        planned
            .next(customer, known.asOf())
            .or(() -> DueVisit.byCadence(known.state(), known.asOf()));
    return next.map(
            due ->
                new AdviceConstraints(
                    due,
                    technicians.availableFrom(
                        whoMayCome(due, known.state()), due.at(), words.zone())))
        .orElseGet(AdviceConstraints::unknown);
  }

  /** Advice is about whoever is planned and whoever usually comes, and about nobody else. */
  private static Set<UUID> whoMayCome(DueVisit due, CustomerState state) {
    AgreementState agreement = VisitConsequences.agreementOf(state, due.agreementId());
    return Stream.of(
            agreement == null ? null : agreement.usual(),
            due.asPlanned() == null ? null : due.asPlanned().technicianId())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
