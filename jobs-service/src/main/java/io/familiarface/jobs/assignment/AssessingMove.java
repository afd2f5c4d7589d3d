package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.visit.ProposedMove;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Assesses what another time does to the customer. */
@ApplicationScoped
class AssessingMove {
  private final CustomerCopies customers;
  private final RiskForecast forecast;

  AssessingMove(CustomerCopies customers, RiskForecast forecast) {
    this.customers = customers;
    this.forecast = forecast;
  }

  /** What is known here: the promises that would break. */
  record Prepared(ProposedMove move, boolean customerKnown, List<Impact.BrokenPromise> broken) {}

  @Transactional
  Prepared prepare(ProposedMove move) {
    Visit visit = move.visit();
    Optional<CustomerState> customer =
        customers.find(visit.customerId()).map(CustomerCopies.Copy::customer);
    return new Prepared(
        move,
        customer.isPresent(),
        move.comes() == null
            ? List.of()
            : customer
                .map(
                    known ->
                        BrokenPromises.by(
                            visit.plannedTechnicianId(), move.to(), move.comes(), known))
                .orElse(List.of()));
  }

  /** Asks feedback-service, outside of any transaction. */
  MoveImpact assess(Prepared prepared) {
    ProposedMove move = prepared.move();
    UUID comes = move.comes() == null ? null : move.comes().technicianId();
    Optional<RiskForecast.Answer> answer =
        comes == null
            ? Optional.empty()
            : forecast.ask(move.visit().customerId(), hypothetical(move), move.timed());
    return new MoveImpact(
        move.visit().id(),
        comes,
        comes != null && !comes.equals(move.visit().technicianId()),
        answer.isPresent(),
        comes == null
            ? "Nobody is assigned to this visit, so there is no telling what it would do."
            : Impact.missingParts(answer.isPresent(), prepared.customerKnown()),
        answer.map(RiskForecast.Answer::before).orElse(null),
        answer.map(RiskForecast.Answer::after).orElse(null),
        prepared.broken());
  }

  private static HypotheticalVisit hypothetical(ProposedMove move) {
    Visit visit = move.visit();
    Substitution comes = move.comes();
    boolean other = !Objects.equals(comes.technicianId(), visit.plannedTechnicianId());
    return new HypotheticalVisit(
        visit.agreementId(),
        comes.technicianId(),
        move.to(),
        other && comes.reason() != null ? comes.reason().outside() : null,
        other ? Objects.toString(comes.permanence(), null) : null,
        other ? comes.notice().toldBefore(move.to()) : null,
        other ? comes.notice().introducedBefore(move.to()) : null);
  }
}
