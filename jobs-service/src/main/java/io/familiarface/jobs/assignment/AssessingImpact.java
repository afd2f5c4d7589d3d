package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Assesses an assignment: what it does to the customer, and what would do less. */
@ApplicationScoped
class AssessingImpact {
  private final CustomerCopies customers;
  private final RiskForecast forecast;
  private final Alternatives alternatives;

  AssessingImpact(CustomerCopies customers, RiskForecast forecast, Alternatives alternatives) {
    this.customers = customers;
    this.forecast = forecast;
    this.alternatives = alternatives;
  }

  /** What is known here: the promises that would break, and the ways that could do less. */
  record Prepared(
      ProposedAssignment proposed,
      boolean customerKnown,
      List<Impact.BrokenPromise> broken,
      List<Alternatives.Option> options) {}

  @Transactional
  Prepared prepare(ProposedAssignment proposed) {
    Optional<CustomerState> customer =
        customers.find(proposed.visit().customerId()).map(CustomerCopies.Copy::customer);
    return new Prepared(
        proposed,
        customer.isPresent(),
        customer.map(known -> BrokenPromises.by(proposed, known)).orElse(List.of()),
        alternatives.to(proposed));
  }

  /**
   * Asks feedback-service, outside of any transaction. Takes at most a few seconds: when it is
   * silent once, it isn't asked again.
   */
  Impact assess(Prepared prepared) {
    Visit visit = prepared.proposed().visit();
    Optional<RiskForecast.Answer> answer =
        forecast.ask(
            visit.customerId(), hypothetical(prepared.proposed()), prepared.proposed().timeSaid());
    return new Impact(
        answer.isPresent(),
        Impact.missingParts(answer.isPresent(), prepared.customerKnown()),
        answer.map(RiskForecast.Answer::before).orElse(null),
        answer.map(RiskForecast.Answer::after).orElse(null),
        prepared.broken(),
        prepared.options().stream()
            .map(option -> option.withProbability(after(prepared, option, answer.isPresent())))
            .toList());
  }

  private BigDecimal after(Prepared prepared, Alternatives.Option option, boolean reachable) {
    return reachable
        ? forecast
            .ask(
                prepared.proposed().visit().customerId(),
                option.visit(),
                prepared.proposed().timeSaid())
            .map(RiskForecast.Answer::after)
            .orElse(null)
        : null;
  }

  private static HypotheticalVisit hypothetical(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    Substitution change = proposed.counted();
    boolean other = proposed.outcome().isSubstitution();
    return new HypotheticalVisit(
        visit.agreementId(),
        change.technicianId(),
        proposed.at(),
        other ? change.reason().outside() : null,
        other ? Objects.toString(change.permanence(), null) : null,
        other ? change.notice().toldBefore(proposed.at()) : null,
        other ? change.notice().introducedBefore(proposed.at()) : null);
  }
}
