package io.familiarface.jobs.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.jobs.CompanyCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks what a visit would do to the risk that the customer leaves; no answer is an answer too. */
@ApplicationScoped
public class RiskForecast {
  private static final Logger LOG = Logger.getLogger(RiskForecast.class);

  private final FeedbackApi api;
  private final CompanyCalendar calendar;

  RiskForecast(@RestClient FeedbackApi api, CompanyCalendar calendar) {
    this.api = api;
    this.calendar = calendar;
  }

  /** The probability of leaving without and with the visit. */
  public record Answer(BigDecimal before, BigDecimal after) {}

  /** Empty when feedback-service can't be asked now. */
  public Optional<Answer> ask(UUID customerId, HypotheticalVisit visit) {
    boolean past = visit.scheduledAt().isBefore(calendar.now());
    try {
      JsonNode answer =
          api.whatIf(
              customerId,
              new FeedbackApi.Question(List.of(visit), past ? visit.scheduledAt() : null));
      return Optional.of(
          new Answer(probability(answer.path("before")), probability(answer.path("after"))));
    } catch (RuntimeException e) {
      // Advice must never keep anybody from planning, whatever the reason that it is missing.
      LOG.warnf("feedback-service can't be asked what if: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private static BigDecimal probability(JsonNode side) {
    JsonNode number = side.isObject() ? side.path("probability") : side;
    return number.isNumber() ? number.decimalValue() : null;
  }
}
