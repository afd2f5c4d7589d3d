package io.familiarface.jobs.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks what a visit would do to the risk that the customer leaves; no answer is an answer too. */
@ApplicationScoped
public class RiskForecast {
  private final Neighbours neighbours;
  private final FeedbackApi api;
  private final CompanyCalendar calendar;

  RiskForecast(Neighbours neighbours, @RestClient FeedbackApi api, CompanyCalendar calendar) {
    this.neighbours = neighbours;
    this.api = api;
    this.calendar = calendar;
  }

  /** The probability of leaving without and with the visit. */
  public record Answer(BigDecimal before, BigDecimal after) {}

  /** Empty when feedback-service can't be asked now. */
  public Optional<Answer> ask(UUID customerId, HypotheticalVisit visit) {
    boolean past = visit.scheduledAt().isBefore(calendar.now());
    var question = new FeedbackApi.Question(List.of(visit), past ? visit.scheduledAt() : null);
    try {
      return neighbours
          .ask("feedback", CommonProblem.UNAVAILABLE, () -> api.whatIf(customerId, question))
          .map(
              answer ->
                  new Answer(
                      probability(answer.path("before")), probability(answer.path("after"))));
    } catch (HttpProblem e) {
      // Advice must never keep anybody from planning, whatever the reason that it is missing.
      return Optional.empty();
    }
  }

  private static BigDecimal probability(JsonNode side) {
    JsonNode number = side.isObject() ? side.path("probability") : side;
    return number.isNumber() ? number.decimalValue() : null;
  }
}
