package io.familiarface.jobs.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks what a visit would do to the risk that the customer leaves; no answer is an answer too. */
@ApplicationScoped
public class RiskForecast {
  /** So few that they are answered well within the time that is waited. */
  private static final int AT_ONCE = 50;

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

  /**
   * Empty when feedback-service can't be asked now.
   *
   * @param timed whether somebody has said its time; else it may be until its day ends
   */
  public Optional<Answer> ask(UUID customerId, HypotheticalVisit visit, boolean timed) {
    boolean past = calendar.isPast(visit.scheduledAt(), timed);
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

  /** A visit to a customer as it might take place. */
  public record Question(UUID customerId, HypotheticalVisit visit) {}

  /**
   * Several questions at once, of whichever customers; not to be called in a transaction.
   *
   * @return the answers in the order of the questions, with nulls for one that has none; empty when
   *     feedback-service can't be asked now
   */
  public Optional<List<Answer>> askAll(List<Question> questions) {
    List<Answer> answers = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += AT_ONCE) {
      List<FeedbackApi.OfCustomer> some =
          questions.subList(from, Math.min(from + AT_ONCE, questions.size())).stream()
              .map(one -> new FeedbackApi.OfCustomer(one.customerId(), List.of(one.visit())))
              .toList();
      Optional<JsonNode> answered = whatIfs(new FeedbackApi.Questions(some));
      if (answered.isEmpty() || answered.get().path("answers").size() != some.size()) {
        return Optional.empty();
      }
      answered
          .get()
          .path("answers")
          .forEach(
              one ->
                  answers.add(
                      new Answer(probability(one.path("before")), probability(one.path("after")))));
    }
    return Optional.of(answers);
  }

  private Optional<JsonNode> whatIfs(FeedbackApi.Questions questions) {
    try {
      return neighbours.ask("feedback", CommonProblem.UNAVAILABLE, () -> api.whatIfs(questions));
    } catch (HttpProblem e) {
      return Optional.empty();
    }
  }

  private static BigDecimal probability(JsonNode side) {
    JsonNode number = side.isObject() ? side.path("probability") : side;
    return number.isNumber() ? number.decimalValue() : null;
  }
}
