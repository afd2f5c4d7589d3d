package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.KnownCustomer;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.risk.SupposedVisit;
import io.familiarface.jobs.visit.TechnicianChange;
import io.familiarface.jobs.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Weighs an assignment: what it does to the customer, and what would do less. */
@ApplicationScoped
class Weighing {
  private final CustomerCopies customers;
  private final RiskForecast forecast;
  private final Alternatives alternatives;

  Weighing(CustomerCopies customers, RiskForecast forecast, Alternatives alternatives) {
    this.customers = customers;
    this.forecast = forecast;
    this.alternatives = alternatives;
  }

  /** Takes at most a few seconds: when feedback-service is silent once, it isn't asked again. */
  Impact weigh(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    Optional<KnownCustomer> customer =
        customers.find(visit.customerId()).map(CustomerCopies.Copy::customer);
    List<Impact.BrokenPromise> broken =
        customer.map(known -> BreakingPromises.by(proposed, known)).orElse(List.of());
    List<Alternatives.Idea> ideas = alternatives.to(proposed);
    Optional<RiskForecast.Answer> answer = forecast.ask(visit.customerId(), supposed(proposed));
    return new Impact(
        answer.isPresent(),
        whatIsMissing(answer.isPresent(), customer.isPresent()),
        answer.map(RiskForecast.Answer::before).orElse(null),
        answer.map(RiskForecast.Answer::after).orElse(null),
        broken,
        ideas.stream()
            .map(idea -> idea.withProbability(after(visit, idea, answer.isPresent())))
            .toList());
  }

  private BigDecimal after(Visit visit, Alternatives.Idea idea, boolean reachable) {
    return reachable
        ? forecast
            .ask(visit.customerId(), idea.visit())
            .map(RiskForecast.Answer::after)
            .orElse(null)
        : null;
  }

  private static SupposedVisit supposed(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    TechnicianChange change = proposed.change();
    boolean other = proposed.isTechnicianChange();
    return new SupposedVisit(
        visit.agreementId(),
        change.technicianId(),
        visit.scheduledAt(),
        other ? change.reason().outside() : null,
        other ? Objects.toString(change.permanence(), null) : null,
        other ? change.notice().toldBefore(visit.scheduledAt()) : null,
        other ? change.notice().introducedBefore(visit.scheduledAt()) : null);
  }

  private static String whatIsMissing(boolean riskKnown, boolean customerKnown) {
    if (!riskKnown) {
      return "feedback-service can't be asked now, so the probabilities are missing. Ask again in a minute.";
    }
    return customerKnown
        ? null
        : "Nothing has been heard of this customer's promises yet, so they are missing.";
  }
}
