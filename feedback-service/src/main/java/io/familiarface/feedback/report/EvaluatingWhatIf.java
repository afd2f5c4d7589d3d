package io.familiarface.feedback.report;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.CustomerStates;
import io.familiarface.feedback.assessment.StateAsOf;
import io.familiarface.feedback.feedback.Satisfaction;
import io.familiarface.feedback.technician.TechnicianCopy;
import io.familiarface.feedback.technician.Technicians;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.WhatIfAnalysis;
import io.familiarface.risk.whatif.WhatIfResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whoever plans a visit asks what it will cost. */
@ApplicationScoped
class EvaluatingWhatIf {
  private static final Duration FURTHEST = Duration.ofDays(RiskEngine.LONGEST_HORIZON_DAYS);

  private final CustomerStates states;
  private final CurrentModel model;
  private final Technicians technicians;
  private final Satisfaction satisfaction;
  private final Words words;

  EvaluatingWhatIf(
      CustomerStates states,
      CurrentModel model,
      Technicians technicians,
      Satisfaction satisfaction,
      Words words) {
    this.states = states;
    this.model = model;
    this.technicians = technicians;
    this.satisfaction = satisfaction;
    this.words = words;
  }

  WhatIfView evaluate(UUID customer, WhatIfQuestion question) {
    if (question.asOf() != null) {
      states.requirePast(question.asOf(), "/asOf");
    }
    Known known =
        known(
            customer,
            question.asOf() == null ? states.now(customer) : states.at(customer, question.asOf()));
    RiskEngine engine = model.engine();
    WhatIfResult answer = weigh(known, question.visits(), engine);
    Satisfaction.Csat csat = satisfaction.of(customer, known.asOf());
    return new WhatIfView(
        view(customer, answer.before(), csat, engine),
        view(customer, answer.after(), csat, engine),
        answer.technicianChange(),
        answer.promisesBroken(),
        answer.promisesReleased());
  }

  /**
   * A customer as known at an instant.
   *
   * @param coming the agreements that begin later
   */
  record Known(UUID customer, StateAsOf state, List<AgreementStarted> coming) {
    Instant asOf() {
      return state.asOf();
    }
  }

  /** A customer as known now, to be asked about several times. */
  Known known(UUID customer) {
    return known(customer, states.now(customer));
  }

  private Known known(UUID customer, StateAsOf state) {
    return new Known(customer, state, states.coming(customer, state));
  }

  WhatIfResult weigh(Known known, List<WhatIfQuestion.Visit> visits) {
    return weigh(known, visits, model.engine());
  }

  private WhatIfResult weigh(Known known, List<WhatIfQuestion.Visit> visits, RiskEngine engine) {
    List<HypotheticalVisit> supposed = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      supposed.add(supposed(visits.get(i), known, "/visits/" + i));
    }
    return new WhatIfAnalysis(engine)
        .ask(known.state().state(), known.asOf(), known.coming(), supposed, words.now());
  }

  private HypotheticalVisit supposed(WhatIfQuestion.Visit visit, Known known, String pointer) {
    requireNear(visit.scheduledAt(), known.asOf(), pointer + "/scheduledAt");
    if (visit.agreementId() != null
        && !states.knowsAgreement(known.state(), known.customer(), visit.agreementId())) {
      throw FeedbackProblem.UNKNOWN_AGREEMENT.at(
          pointer + "/agreementId",
          "The customer has no agreement "
              + visit.agreementId()
              + "; leave it out for the only one.");
    }
    TechnicianCopy technician =
        technicians.resolve(visit.technicianId(), visit.technicianExternalId(), pointer);
    if (!technician.worksHereOn(visit.scheduledAt().atZone(words.zone()).toLocalDate())) {
      throw FeedbackProblem.TECHNICIAN_HAS_LEFT.at(
          pointer, technician.name() + " left on " + technician.leftOn() + "; ask about another.");
    }
    return new HypotheticalVisit(
        visit.agreementId(),
        technician.id(),
        visit.scheduledAt(),
        visit.reason(),
        visit.permanence(),
        Answer.of(visit.customerTold()),
        Answer.of(visit.introduced()));
  }

  /** The further away, the more days to go through, and the less anybody knows of them. */
  private static void requireNear(Instant scheduledAt, Instant asOf, String pointer) {
    if (Duration.between(asOf, scheduledAt).abs().compareTo(FURTHEST) > 0) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer,
          "A visit lies at most %d days from the instant asked about."
              .formatted(FURTHEST.toDays()));
    }
  }

  private static RiskView view(
      UUID customer, Assessment assessment, Satisfaction.Csat csat, RiskEngine engine) {
    return RiskView.of(customer, assessment, csat, List.of(), engine.model());
  }
}
